import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { accept, fault } from '../people/faults';
import { HandlingUnit } from '../people/units/handling-unit.entity';
import { validOn } from '../people/validity';
import type { FieldFault } from '../platform/web/errors';
import type { Proposal } from '../proposals/entities/proposal.entity';
import { Rules } from '../proposals/rules';
import type { Parts } from './difference';
import type { WritingDto } from './drafts.dto';

/** What the writer says beside the text. */
export type Particulars = Pick<Proposal, 'category' | 'suggestedUnits' | 'publicityWish' | 'publicityReason'>;

export const EMPTY_TEXT: Parts = { subject: '', situation: '', analysis: '', recommendations: [] };
export const NO_PARTICULARS: Particulars = {
  category: null,
  suggestedUnits: [],
  publicityWish: null,
  publicityReason: null,
};

/** What was left out stays as it was; null clears. */
const taken = <T>(given: T | null | undefined, before: T, empty: T): T =>
  given === undefined ? before : (given ?? empty);

export function textFrom(dto: WritingDto, before: Parts): Parts {
  return {
    subject: taken(dto.subject, before.subject, ''),
    situation: taken(dto.situation, before.situation, ''),
    analysis: taken(dto.analysis, before.analysis, ''),
    recommendations: taken(dto.recommendations, before.recommendations, []),
  };
}

/** Checks what a writer says beside the text against the settings and the directory. */
@Injectable()
export class Writing {
  constructor(private readonly rules: Rules) {}

  /** @throws Invalid naming every field that cannot be accepted. */
  async particularsFrom(
    em: EntityManager,
    dto: WritingDto,
    before: Particulars,
    today: string,
  ): Promise<Particulars> {
    accept([...this.categoryFaults(dto), ...(await unitFaults(em, dto, today))]);
    const publicityWish = taken(dto.publicityWish as string | null, before.publicityWish, null);
    const reason = taken(dto.publicityReason, before.publicityReason, null);
    return {
      category: taken(dto.category, before.category, null),
      suggestedUnits: taken(dto.suggestedUnits, before.suggestedUnits, []),
      publicityWish,
      publicityReason: publicityWish === 'open' ? null : reason,
    };
  }

  private categoryFaults({ category }: WritingDto): FieldFault[] {
    const { categories } = this.rules.handling;
    if (!category || categories.includes(category)) return [];
    return [fault('category', 'unknownChoice', `「类别」应为下列之一：${categories.join('、')}。`)];
  }
}

/** A unit that no longer exists today cannot handle what is written today. */
async function unitFaults(
  em: EntityManager,
  { suggestedUnits }: WritingDto,
  today: string,
): Promise<FieldFault[]> {
  if (!suggestedUnits?.length) return [];
  const found = await em.findBy(HandlingUnit, { id: In(suggestedUnits) });
  return suggestedUnits.flatMap((id, at) => {
    const unit = found.find((each) => each.id === id);
    if (unit && validOn(unit, today)) return [];
    const name = unit ? `“${unit.name}”已不再承办` : `编号 ${id} 的单位不存在`;
    return [fault(`suggestedUnits.${at}`, 'unknown', `「建议承办单位」中${name}，请重新选择。`)];
  });
}
