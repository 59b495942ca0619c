import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { MembersService } from '../../people/members/members.service';
import { OfficesService } from '../../people/offices/offices.service';
import { SponsorKindsService } from '../../people/sponsors/sponsor-kinds.service';
import { SponsorsService } from '../../people/sponsors/sponsors.service';
import { SessionsService } from '../../people/terms/sessions.service';
import { TermsService } from '../../people/terms/terms.service';
import { UnitsService } from '../../people/units/units.service';

export const REGISTERS = [
  'members',
  'sponsors',
  'units',
  'offices',
  'terms',
  'sessions',
  'sponsor-kinds',
] as const;
export type RegisterName = (typeof REGISTERS)[number];

export const isRegister = (name: string): name is RegisterName =>
  (REGISTERS as readonly string[]).includes(name);

/** A row of the directory as its keepers see it; which fields there are depends on the register. */
export type DirectoryRow = Readonly<Record<string, unknown>>;

export interface DirectoryPage {
  readonly items: readonly DirectoryRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

interface Wanted {
  q?: string;
  page: number;
}

const SIZE = 50;

/** The registers of the directory under one roof. */
@Injectable()
export class DirectoryRows {
  constructor(
    private readonly members: MembersService,
    private readonly sponsors: SponsorsService,
    private readonly units: UnitsService,
    private readonly offices: OfficesService,
    private readonly terms: TermsService,
    private readonly sessions: SessionsService,
    private readonly kinds: SponsorKindsService,
  ) {}

  async list(actor: Actor, register: RegisterName, wanted: Wanted): Promise<DirectoryPage> {
    const query = { ...wanted, size: SIZE };
    const lists: Record<RegisterName, () => Promise<unknown>> = {
      members: () => this.members.list(actor, query),
      sponsors: () => this.sponsors.list(actor, query),
      units: () => this.units.list(actor, query),
      offices: () => this.offices.list(query),
      terms: () => this.terms.list(query),
      sessions: () => this.sessions.list({ page: wanted.page, size: SIZE }),
      'sponsor-kinds': async () => {
        const items = await this.kinds.list();
        return { items, total: items.length, page: 1, size: items.length || 1 };
      },
    };
    return (await lists[register]()) as DirectoryPage;
  }

  /** One row, to be put right. Throws NotFound. */
  async get(actor: Actor, register: RegisterName, key: string): Promise<DirectoryRow> {
    const id = Number(key);
    const rows: Record<RegisterName, () => Promise<unknown>> = {
      members: () => this.members.get(actor, id),
      sponsors: () => this.sponsors.get(actor, id),
      units: () => this.units.get(actor, id),
      offices: () => this.offices.get(id),
      terms: () => this.terms.get(id),
      sessions: () => this.sessions.get(id),
      'sponsor-kinds': async () => (await this.kinds.list()).find(({ code }) => code === key),
    };
    return ((await rows[register]()) ?? {}) as DirectoryRow;
  }
}
