import { PUBLICATION_STAGES, type PublicationFacts, type PublicationStage } from './facts';
import { FINAL_PUBLICATION_STAGES } from './finals';
import * as n from './meeting-needs';
import * as p from './permissions';
import type { Machine, Table } from './rule';

/** A public notice (公示): prepared, approved and issued by three different people. Domain section 6. */
export const publication = {
  name: 'publication',
  stages: PUBLICATION_STAGES,
  finals: FINAL_PUBLICATION_STAGES,
  actions: {
    compose: { from: 'nothing', to: 'composing', by: [p.committee], starts: ['prepareNotice'] },
    arrange: { from: ['composing'], by: [p.committee] },
    prepare: {
      from: ['composing'],
      to: 'prepared',
      by: [p.committee],
      needs: [n.hasItems, n.itemsReady],
      starts: ['approveNotice'],
      stops: ['prepareNotice'],
      tells: ['office'],
    },
    /** Also what was approved, when a case in it has changed since. */
    sendBack: {
      from: ['prepared', 'approved'],
      to: 'composing',
      by: [p.office],
      starts: ['prepareNotice'],
      stops: ['approveNotice', 'publish'],
      tells: ['committee'],
    },
    approve: {
      from: ['prepared'],
      to: 'approved',
      by: [p.officeNotPreparer],
      needs: [n.itemsReady, n.itemsCurrent],
      starts: ['publish'],
      stops: ['approveNotice'],
      tells: ['committee', 'office'],
    },
    issue: {
      from: ['approved'],
      to: 'issued',
      by: [p.thirdPerson],
      needs: [n.itemsReady, n.itemsCurrent],
      stops: ['publish'],
      tells: ['committee', 'office'],
    },
    /** The third person decides now that it comes out later; asked again when the moment has come. */
    scheduleIssue: {
      from: ['approved'],
      by: [p.thirdPerson],
      needs: [n.itemsReady, n.itemsCurrent, n.momentAhead],
      tells: ['committee', 'office'],
    },
    /** Any of those who might have scheduled it takes the moment back. */
    unscheduleIssue: {
      from: ['approved'],
      by: [p.committee, p.office],
      needs: [n.scheduled],
      tells: ['committee', 'office'],
    },
    /** The moment has come, and it may not come out: nobody finds out by chance. */
    dropSchedule: {
      from: ['approved'],
      by: [p.system],
      needs: [n.scheduled],
      tells: ['committee', 'office'],
    },
    /** Days off have changed, and with them the day it is due. */
    recount: { from: ['composing', 'prepared', 'approved'], by: [p.system], tells: ['owers'] },
    /** With a note that readers see. */
    correct: { from: ['issued'], by: [p.office], tells: ['committee'] },
    /** A tombstone and HTTP 410 remain, and an entry in the public log. */
    takeDown: { from: ['issued'], to: 'takenDown', by: [p.office], tells: ['committee'] },
    discard: {
      from: ['composing', 'prepared', 'approved'],
      to: 'discarded',
      by: [p.committee],
      stops: 'all',
      tells: ['office'],
    },
  } satisfies Table<PublicationStage, PublicationFacts>,
} as const satisfies Machine<PublicationStage, PublicationFacts>;
export type PublicationAction = keyof typeof publication.actions;
