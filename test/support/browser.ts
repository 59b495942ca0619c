import type { RunningApp } from './harness';

type App = Pick<RunningApp, 'inject'>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A person at a browser: keeps the session's cookie and sends the CSRF token with everything. */
export class Browser {
  cookie = '';
  csrfToken = '';

  constructor(private readonly app: App) {}

  async signIn(username: string, password: string) {
    const answer = await this.send('POST', '/api/sign-in', { username, password });
    const [cookie] = answer.cookies;
    if (cookie) this.cookie = `${cookie.name}=${cookie.value}`;
    if (answer.statusCode === 200) this.csrfToken = answer.json<{ csrfToken: string }>().csrfToken;
    return answer;
  }

  get(url: string) {
    return this.send('GET', url);
  }

  post(url: string, payload: object = {}) {
    return this.send('POST', url, payload);
  }

  send(method: Method, url: string, payload?: object) {
    const headers = { cookie: this.cookie, 'x-csrf-token': this.csrfToken };
    return this.app.inject({ method, url, headers, payload });
  }
}
