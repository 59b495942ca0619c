import type { AssignmentAction } from '../lifecycle/assignment';
import type { Actor } from '../lifecycle/people';
import type { ProposalAction } from '../lifecycle/proposal';
import type { Intent } from '../lifecycle/rule';
import type { Deed } from './act';
import type { DeedDto } from './deed.dto';

// The names of actions are those of the tables, so that a misspelt one does not compile.

export function onProposal(
  action: ProposalAction,
  actor: Actor,
  id: number,
  { version }: DeedDto,
  intent?: Intent,
): Deed {
  return { machine: 'proposal', action, id, actor, version, intent };
}

export function onAssignment(
  action: AssignmentAction,
  actor: Actor,
  id: number,
  { version }: DeedDto,
  intent?: Intent,
): Deed {
  return { machine: 'assignment', action, id, actor, version, intent };
}
