// Puts each card that the server announces at the top of its list, or in the place of its older self.
// The cards come rendered and escaped by the server; this script never builds HTML from data.
const live = document.getElementById('live');
const source = new EventSource('/events');
const kept = 100;

source.addEventListener('hello', () => { live.textContent = '● 실시간'; live.classList.add('on'); });
source.onerror = () => { live.textContent = '연결이 끊겨 다시 잇는 중입니다'; live.classList.remove('on'); };

const parse = (event) => {
  const template = document.createElement('template');
  template.innerHTML = JSON.parse(event.data);
  return template.content.firstElementChild;
};

for (const kind of ['discord', 'mail', 'deal', 'run']) {
  source.addEventListener(kind, (event) => {
    const card = parse(event);
    const list = document.getElementById(kind);
    const older = document.getElementById(card.id);
    if (older) {
      older.replaceWith(card);
      return;
    }
    card.classList.add('new');
    list.prepend(card);
    while (list.children.length > kept) list.lastElementChild.remove();
  });
}

source.addEventListener('faults', (event) => document.getElementById('faults').replaceWith(parse(event)));

document.getElementById('control').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const number = (name) => (form.get(name) ? Number(form.get(name)) : undefined);
  const response = await fetch('/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target: form.get('target'), mode: form.get('mode'), times: number('times'), retryAfter: number('retryAfter') }),
  });
  const answer = await response.json();
  event.target.querySelector('output').textContent = response.ok ? '적용했습니다.' : answer.message;
});
