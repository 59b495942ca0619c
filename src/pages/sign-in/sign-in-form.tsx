interface Props {
  readonly next: string;
  readonly username?: string;
  readonly fault?: string;
  /** Came here by signing out. */
  readonly ended?: boolean;
}

/** The door: name and password, and where to ask when one has neither. */
export const SignInForm = ({ next, username = '', fault, ended }: Props) => (
  <main class="signin" id="content">
    <h1>提办</h1>
    <p class="text-secondary">政协提案办理</p>
    {ended && (
      <p class="alert alert-success" role="status">
        已退出登录。
      </p>
    )}
    {fault && (
      <div class="error-summary alert alert-danger" role="alert" tabIndex={-1}>
        <a href="#f-username">{fault}</a>
      </div>
    )}
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value={next} />
      <div class="mb-3">
        <label class="form-label" for="f-username">
          用户名
        </label>
        <input
          class={fault ? 'form-control is-invalid' : 'form-control'}
          id="f-username"
          name="username"
          autocomplete="username"
          value={username}
          required
          maxLength={100}
        />
      </div>
      <div class="mb-3">
        <label class="form-label" for="f-password">
          密码
        </label>
        <input
          class="form-control"
          id="f-password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxLength={200}
        />
      </div>
      <button class="btn btn-primary w-100" type="submit">
        登录
      </button>
    </form>
    <p class="text-secondary">忘记密码请联系系统管理员重置。</p>
    <p>
      <a href="/notices">公示与公众留言（无需登录）</a>
    </p>
  </main>
);
