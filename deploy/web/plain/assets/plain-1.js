const words = { ok: "정상", degraded: "일부 지연", down: "중단" };
const answer = await fetch("/api/health").then((response) => response.json()).catch(() => ({ status: "down" }));
document.getElementById("health").textContent = words[answer.status] ?? words.down;
