import { Day, Id, ListOf, Text } from '../../platform/web/fields';

/** Characters; Chinese takes three bytes each. */
const LONGEST = 170_000;
const MANY = 500;

export class SponsorAnswerDto {
  @Text('文中的提案者名称', { max: 100 })
  name: string;

  /** Left empty, the name stays as it was printed. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;
}

export class UnitAnswerDto {
  @Text('文中的单位名称', { max: 100 })
  name: string;

  /** Left empty, the name stays as it was printed. */
  @Id('承办单位', { optional: true })
  unitId?: number | null;
}

/** An old notice as text, with what a person says where the text does not. */
export class OldNoticeDto {
  @Text('公示全文', { max: LONGEST, lines: true })
  text: string;

  @Text('标题', { max: 200, optional: true })
  title?: string | null;

  @Text('发布单位', { max: 100, optional: true })
  issuer?: string | null;

  @Day('落款日期', { optional: true })
  datedOn?: string | null;

  @ListOf('提案者的对应', () => SponsorAnswerDto, { max: MANY, optional: true })
  sponsors?: SponsorAnswerDto[] | null;

  @ListOf('承办单位的对应', () => UnitAnswerDto, { max: MANY, optional: true })
  units?: UnitAnswerDto[] | null;

  /** Lines where a sentence goes on that a blank line has broken. */
  @ListOf('接到上一段的行', 'id', { max: MANY, optional: true })
  join?: number[] | null;

  /** Lines that were not understood and may be left out. */
  @ListOf('可以略去的行', 'id', { max: MANY, optional: true })
  leftOut?: number[] | null;

  /** Items that lack a field in the text itself. */
  @ListOf('缺项而照原文保留的条目', 'id', { max: MANY, optional: true })
  incomplete?: number[] | null;
}
