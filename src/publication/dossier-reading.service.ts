import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import type { publicities, publicityWishes } from '../lifecycle/words/terms';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import type { Dossier } from '../proposals/entities/dossier.entity';
import type { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { voicesSql } from '../proposals/facts/publication-lacks';
import { Gate } from '../proposals/gate';
import { AttachmentLooks } from './attachment-looks';
import { FINDING_WORDS } from './attachment-words';
import { HIT_WORDS } from './clearance';
import { HitBook } from './hit-book';
import type { Hit } from './personal-data';
import { PublicTexts } from './public-text';
import { foundInText, publishable } from './publishable';
import { type Decisions, masked } from './redaction';
import { keyOf } from './searched-text';

// One row for each consent, or one alone.
const CASE = `SELECT p."version", p."stage", p."publicityWish", p."publicityReason", d."version" AS "summaryVersion",
    d."document", d."extent", d."summary", d."checkedAt", d."secrecyResult", d."secrecyOn", d."secrecyNote", a."displayName" AS "secrecyBy"
  FROM "proposal" p LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  LEFT JOIN "account" a ON a."id" = d."secrecyBy" WHERE p."id" = ?`;
const WISHES = `SELECT u."name" AS "unit", r."publicity" AS "wish", r."publicityReason" AS "reason" FROM "reply" r
  JOIN "assignment" a ON a."id" = r."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  JOIN "proposal" p ON p."id" = r."proposalId"
  WHERE r."proposalId" = ? AND r."round" = p."round" AND r."issuedAt" IS NOT NULL ORDER BY r."id"`;
const CONSENTS = `SELECT c."party", c."partyId", c."answer", c."note", c."at" FROM "publicationConsent" c
  JOIN "proposal" p ON p."id" = c."proposalId" WHERE c."proposalId" = ? AND c."at" >= p."repliedAt" ORDER BY c."id"`;
const UNANSWERED = `SELECT v."party", COALESCE(s."name", u."name") AS "name"
  FROM (${voicesSql('SELECT p.* FROM "proposal" p WHERE p."id" = ?')}) v
  LEFT JOIN "sponsor" s ON v."party" = 'sponsor' AND s."id" = v."partyId"
  LEFT JOIN "handlingUnit" u ON v."party" = 'unit' AND u."id" = v."partyId"
  WHERE v."answer" IS NULL ORDER BY v."party", v."partyId"`;
const FILES = `SELECT a."id", a."name", a."mime", a."size", r."id" AS "releaseId", r."name" AS "publicName", r."releasedAt"
  FROM "attachment" a LEFT JOIN "attachmentRelease" r ON r."attachmentId" = a."id" AND r."withdrawnAt" IS NULL
  WHERE a."proposalId" = ? AND a."ownerKind" IN ('proposal', 'progress') AND a."removedAt" IS NULL ORDER BY a."id"`;

interface CaseRow {
  version: number;
  publicityWish: keyof typeof publicityWishes | null;
  publicityReason: string | null;
  summaryVersion: number | null;
  document: Dossier['document'] | null;
  extent: Dossier['extent'] | null;
  summary: string | null;
  checkedAt: string | null;
  secrecyResult: Dossier['secrecyResult'];
  secrecyOn: string | null;
  secrecyNote: string | null;
  secrecyBy: string | null;
}

interface UnitWish {
  unit: string;
  wish: keyof typeof publicities | null;
  reason: string | null;
}

type ConsentRow = Pick<PublicationConsent, 'party' | 'partyId' | 'answer' | 'note' | 'at'>;
/** Who is asked and has not answered; the committee has no name. */
type Unanswered = Pick<PublicationConsent, 'party'> & { name: string | null };

interface FileRow {
  id: number;
  name: string;
  mime: string;
  size: number;
  releaseId: number | null;
  publicName: string | null;
  releasedAt: string | null;
}

/** Before those who publish: what of a case would come out, what is still open, and who wishes what. */
@Injectable()
export class DossierReading {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
    private readonly texts: PublicTexts,
    private readonly hits: HitBook,
    private readonly looks: AttachmentLooks,
  ) {}

  async read(actor: Actor, id: number) {
    await this.pass(actor, id);
    const [row] = await this.database.rows<CaseRow>(CASE, [id]);
    const raw = await this.texts.of(this.database.reader, id);
    const decisions = await this.hits.decisions({ proposalId: id, attachmentId: 0 });
    const { open, ...asPublished } = publishable(raw, decisions);
    const { summary, summaryVersion, document, extent, checkedAt, version } = row;
    return {
      ...{ id, version, summary, summaryVersion, document, extent, checkedAt },
      secrecy: secrecyOf(row),
      wishes: {
        sponsor: { wish: row.publicityWish, reason: row.publicityReason },
        units: await this.database.rows<UnitWish>(WISHES, [id]),
      },
      consents: await this.database.rows<ConsentRow>(CONSENTS, [id]),
      unanswered: await this.database.rows<Unanswered>(UNANSWERED, [id]),
      hits: foundInText(raw).map((hit) => hitWithState(hit, decisions)),
      undecided: open.map(({ text }) => text),
      asPublished,
      attachments: await this.database.rows<FileRow>(FILES, [id]),
    };
  }

  /** What is in one file, and what its copy would say. Throws Invalid when no copy can be made. */
  async inspect(actor: Actor, id: number, attachmentId: number) {
    await this.pass(actor, id);
    const file = await this.looks.open(this.database.reader, id, attachmentId);
    const { copy, hits } = await this.looks.found(this.database.reader, file);
    const decisions = await this.hits.decisions({ proposalId: id, attachmentId });
    return {
      ...{ id: attachmentId, name: file.row.name, kind: file.kind },
      findings: copy.findings.map((finding) => ({ ...finding, word: FINDING_WORDS[finding.code] })),
      needsConfirmation: copy.findings.some(({ code }) => code === 'uninspected'),
      hits: hits.map((hit) => hitWithState(hit, decisions)),
    };
  }

  /** The committee's own business, and of whoever audits it. */
  private async pass(actor: Actor, id: number): Promise<void> {
    await this.gate.pass(actor, { table: 'proposal', proposalId: id });
    const sides = await this.gate.sidesOn(actor, id);
    if (sides !== 'all' && !sides.includes('committee')) throw new NotFound();
  }
}

function secrecyOf({ secrecyResult: result, secrecyOn: on, secrecyNote: note, secrecyBy: by }: CaseRow) {
  return result === null ? null : { result, on, note, by };
}

function hitWithState(hit: Hit, decisions: Decisions) {
  const decision = decisions.get(keyOf(hit.text)) ?? null;
  return { ...hit, word: HIT_WORDS[hit.kind], decision, masked: masked(hit) };
}
