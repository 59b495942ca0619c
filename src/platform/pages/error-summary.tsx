import type { FieldFault } from '../web/errors';
import { idOfField } from './form-state';

/** Everything that is wrong, at the top of the form, each linked to its field. */
export const ErrorSummary = ({ faults }: { faults: readonly FieldFault[] }) =>
  faults.length === 0 ? null : (
    <div class="error-summary alert alert-danger" role="alert" tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary" class="alert-title">
        有 {faults.length} 处需要更正，尚未提交
      </h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li>{field ? <a href={`#${idOfField(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
