import { faultOf } from '../../platform/pages/form-state';
import type { FieldFault } from '../../platform/web/errors';
import { CSRF_FIELD } from '../../platform/web/form-token';

interface Props {
  readonly id: number;
  readonly csrf: string;
  readonly faults: readonly FieldFault[];
}

/** A teller's own phrase, typed twice: a slip of the finger would leave the box shut for ever. */
export const LockForm = ({ id, csrf, faults }: Props) => (
  <>
    <p>
      票箱有两把锁，两位监票人各上一把。请自己想一个口令（至少 8
      个字），不要告诉任何人。计票时两人同到，各输入自己的口令才能开箱。
    </p>
    <p class="alert alert-warning">口令不保存在任何地方。忘记了就打不开票箱，本轮只能中止，重新投票。</p>
    <form method="post" action={`/evaluations/${id}/lock`} autocomplete="off">
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <Phrase name="phrase" label="开箱口令" fault={faultOf(faults, 'phrase')} />
      <Phrase name="again" label="再输入一次" fault={faultOf(faults, 'again')} />
      <div class="btn-list">
        <button class="btn btn-primary" type="submit">
          上锁
        </button>
        <a class="btn" href={`/evaluations/${id}`}>
          返回
        </a>
      </div>
    </form>
  </>
);

const Phrase = ({ name, label, fault }: { name: string; label: string; fault?: string }) => (
  <div class="mb-3">
    <label class="form-label" for={`f-${name}`}>
      {label}
    </label>
    {fault && (
      <div class="invalid-feedback d-block" id={`f-${name}-fault`}>
        <span class="visually-hidden">错误：</span>
        {fault}
      </div>
    )}
    <input
      class={fault ? 'form-control is-invalid' : 'form-control'}
      id={`f-${name}`}
      name={name}
      type="password"
      autocomplete="new-password"
      maxLength={100}
      aria-required="true"
      aria-describedby={fault ? `f-${name}-fault` : undefined}
    />
  </div>
);
