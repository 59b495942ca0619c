/** One field that cannot be accepted; `field` is a path such as `sponsors.2.memberId`, empty for the whole body. */
export interface FieldFault {
  field: string;
  code: string;
  message: string;
}

/** One reason why an action is not allowed now or not for this person. */
export interface Reason {
  code: string;
  message: string;
}

/** What does not exist, or must not be known to exist. */
export class NotFound extends Error {
  constructor(message = '没有找到您要的内容，可能已被删除，或者您没有查看的权限。') {
    super(message);
  }
}

/** What was sent cannot be accepted; every faulty field is named at once. */
export class Invalid extends Error {
  constructor(readonly faults: FieldFault[]) {
    super(faults.map((fault) => fault.message).join(' '));
  }
}

/** The rules say no: 403 when it is not the actor's business, 409 when it is not the time. */
export class Refused extends Error {
  constructor(
    readonly reasons: Reason[],
    readonly status: 403 | 409 = 409,
  ) {
    super(reasons.map((reason) => reason.message).join(' '));
  }
}

/** Somebody else was faster; `what` may tell the client what changed meanwhile. */
export class Conflict extends Error {
  constructor(
    message = '此件在您查看期间已被修改，请刷新后重试。',
    readonly what?: unknown,
  ) {
    super(message);
  }
}

/** Nobody has signed in, or what was given does not prove who it is. */
export class SignInNeeded extends Error {
  constructor(message = '请先登录。') {
    super(message);
  }
}

/** Too often for now; another try makes sense after so many seconds. */
export class TryLater extends Error {
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message);
  }
}
