const browsers: [RegExp, string][] = [[/Edg\//, 'Edge'], [/Whale\//, '웨일'], [/SamsungBrowser\//, '삼성 인터넷'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux']];

/** "Windows의 Chrome", as far as the browser tells it. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return `${system}의 ${browser}`;
  return browser ?? system ?? '알 수 없는 기기';
}
