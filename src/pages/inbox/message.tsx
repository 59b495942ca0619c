import type { InboxService } from '../../notifications/inbox.service';
import { Moment } from '../../platform/pages/day-words';
import { DeedButton } from '../desks/deed-button';

type Told = Awaited<ReturnType<InboxService['list']>>['items'][number];
type Reminder = Extract<Told, { kind: 'reminder' }>;

/** One thing one was told, and where to look at it. */
export const Message = ({ message, csrf, here }: { message: Told; csrf: string; here: string }) => (
  <li>
    {message.readAt === null ? (
      <span>
        <span class="badge bg-blue-lt">未读</span>
      </span>
    ) : (
      <span class="text-secondary">已读</span>
    )}
    <div>
      <div>{isReminder(message) ? <Reminded message={message} /> : <Happened message={message} />}</div>
      <div>
        <Where message={message} />
      </div>
      <div class="text-secondary">
        <Moment at={message.at} />
      </div>
    </div>
    {message.readAt === null && (
      <DeedButton
        {...{ csrf, back: here }}
        action={`/do/inbox/${message.id}/read`}
        label="标为已读"
        about={message.subject ?? ''}
      />
    )}
  </li>
);

const isReminder = (message: Told): message is Reminder => message.kind === 'reminder';

const Reminded = ({ message: { level, levelWord, message } }: { message: Reminder }) => (
  <>
    <span class={`due due-${level}`}>{levelWord}</span> {message}
  </>
);

const Happened = ({ message }: { message: Exclude<Told, Reminder> }) => (
  <>
    {message.actor}：<strong>{message.actionWord}</strong>
    {message.stageWord && `（${message.stageWord}）`}
  </>
);

function Where({ message }: { message: Told }) {
  const href = hrefOf(message);
  const words = message.subject || '查看';
  return (
    <>
      {href ? <a href={href}>{words}</a> : <span>{message.subject}</span>}
      {isReminder(message) && ' · '}
      {isReminder(message) && (
        <a href={`/deadlines/${message.deadlineId}`}>
          为何是这一天<span class="visually-hidden">：{message.clockWord}</span>
        </a>
      )}
    </>
  );
}

function hrefOf(message: Told): string | undefined {
  if (message.proposalId !== null) return `/proposals/${message.proposalId}`;
  if (isReminder(message)) return `/deadlines/${message.deadlineId}`;
  return OTHERS[message.kind]?.(message.subjectId);
}

const OTHERS: Record<string, (id: number) => string> = {
  evaluation: (id) => `/evaluations/${id}`,
  publication: (id) => `/desk/notices/${id}`,
  comment: () => '/desk/comments',
  calendar: () => '/desk/calendar',
};
