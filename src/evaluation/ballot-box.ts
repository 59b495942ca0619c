import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BallotLock } from '../proposals/entities/ballot-lock.entity';
import { Ballot } from '../proposals/entities/ballot.entity';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { type Choice, decode, encode, openPaper, sealPaper } from './ballot-paper';
import { newLock, openLock } from './lock';
import { boxTampered, wrongPhrase } from './unopened';

/** A teller's phrase, as typed when the box is opened. */
export interface Phrase {
  readonly accountId: number;
  readonly phrase: string;
}

/**
 * The ballot box: what lies in it is sealed to the locks of both tellers, and how it lies there says nothing about who
 * put it in, or when.
 */
@Injectable()
export class BallotBox {
  /** Adds the lock of a teller; the phrase goes no further than this. */
  async lock(em: EntityManager, id: number, accountId: number, phrase: string): Promise<void> {
    const lock = await newLock(phrase, placeOf(await boxOf(em, id), accountId));
    await em.insert(BallotLock, { evaluationId: id, accountId, ...lock });
  }

  /**
   * Puts a ballot in and shakes the box: every ballot is laid down anew under a new random key, in the order of these
   * keys. Neither the order of the rows, nor their place, nor the transaction that wrote them tells one from another.
   */
  async put(em: EntityManager, id: number, choices: readonly Choice[]): Promise<void> {
    const publicKeys = (await locksOf(em, id)).map(({ publicKey }) => Buffer.from(publicKey, 'base64'));
    const paper = sealPaper(encode(choices), publicKeys, await boxOf(em, id));
    const inside = await em.findBy(Ballot, { evaluationId: id });
    await em.delete(Ballot, { evaluationId: id });
    const all = [...inside.map(({ sealed }) => sealed), paper];
    const shaken = all.map((sealed) => ({ key: randomBytes(16).toString('hex'), evaluationId: id, sealed }));
    shaken.sort((one, other) => (one.key < other.key ? -1 : 1));
    await em.insert(Ballot, shaken);
  }

  /**
   * Reads all ballots with the phrases of both tellers, in the order of their random keys. Throws Refused for a wrong
   * phrase, and for a box in which there lies what no voter has put in.
   */
  async open(em: EntityManager, id: number, phrases: readonly Phrase[], items: number): Promise<Choice[][]> {
    const box = await boxOf(em, id);
    const locks = await locksOf(em, id);
    const keys = await Promise.all(locks.map((lock) => keyTo(lock, phrases, box)));
    const ballots = await em.find(Ballot, { where: { evaluationId: id }, order: { key: 'ASC' } });
    try {
      return ballots.map(({ sealed }) => decode(openPaper(sealed, keys, box), items));
    } catch {
      throw boxTampered();
    }
  }

  /** Destroys ballots and locks together. */
  async empty(em: EntityManager, id: number): Promise<void> {
    await em.delete(Ballot, { evaluationId: id });
    await em.delete(BallotLock, { evaluationId: id });
  }
}

async function keyTo(lock: BallotLock, phrases: readonly Phrase[], box: string): Promise<Buffer> {
  const { accountId } = lock;
  const given = phrases.find((each) => each.accountId === accountId);
  const key = given && (await openLock(lock, given.phrase, placeOf(box, accountId)));
  if (!key) throw wrongPhrase();
  return key;
}

function locksOf(em: EntityManager, evaluationId: number): Promise<BallotLock[]> {
  return em.find(BallotLock, { where: { evaluationId }, order: { id: 'ASC' } });
}

/** Each round has a box of its own: a ballot of another one does not open in it. */
async function boxOf(em: EntityManager, id: number): Promise<string> {
  const { round } = await em.findOneByOrFail(Evaluation, { id });
  return `tiban ballot box ${id}/${round}`;
}

const placeOf = (box: string, accountId: number) => `${box}, lock of ${accountId}`;
