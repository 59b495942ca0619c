import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../platform/database/database';
import { AssigningOffice } from './offices/assigning-office.entity';
import type { Listing } from './register';
import { SponsorAlias } from './sponsors/sponsor-alias.entity';
import { Sponsor } from './sponsors/sponsor.entity';
import { HandlingUnit } from './units/handling-unit.entity';
import { UnitAlias } from './units/unit-alias.entity';
import { NameBook } from './name-book';

/** From names to people and bodies, and back. Inside a transaction pass its entity manager. */
@Injectable()
export class Names {
  constructor(private readonly database: Database) {}

  /** Every sponsor by name and alias: members too, told apart by `kind`. */
  async sponsors(em: EntityManager = this.database.reader): Promise<NameBook> {
    const sponsors = await em.find(Sponsor);
    const aliases = await em.find(SponsorAlias);
    return new NameBook(
      sponsors.map(({ kindCode, ...sponsor }) => ({ ...sponsor, kind: kindCode })),
      aliases.map(({ sponsorId, name }) => ({ of: sponsorId, name })),
    );
  }

  /** Every handling unit by name, short name and alias. */
  async units(em: EntityManager = this.database.reader): Promise<NameBook> {
    const units = await em.find(HandlingUnit);
    const aliases = (await em.find(UnitAlias)).map(({ unitId, name }) => ({ of: unitId, name }));
    const shortNames = units.flatMap(({ id, shortName }) => (shortName ? [{ of: id, name: shortName }] : []));
    return new NameBook(units, [...aliases, ...shortNames]);
  }

  sponsorNames(ids: number[], em?: EntityManager): Promise<Map<number, string>> {
    return this.namesOf(Sponsor, ids, em);
  }

  unitNames(ids: number[], em?: EntityManager): Promise<Map<number, string>> {
    return this.namesOf(HandlingUnit, ids, em);
  }

  officeNames(ids: number[], em?: EntityManager): Promise<Map<number, string>> {
    return this.namesOf(AssigningOffice, ids, em);
  }

  private async namesOf(
    listing: Listing<{ id: number; name: string }>,
    ids: number[],
    em: EntityManager = this.database.reader,
  ): Promise<Map<number, string>> {
    const rows = await em.find(listing, { select: { id: true, name: true }, where: { id: In(ids) } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
