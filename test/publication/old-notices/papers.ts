/** A notice in the layout in which committees publish, with sentences nobody published. */
export const PAPER = `# 某市政协一次会议重点提案办理落实情况公示

一次会议的3件重点提案已经民主评议。现将办理落实情况予以公示，欢迎提出意见！

来信地址：某市行政中心11楼提案委

联系电话：0576-86110000

某市政协办公室${'  '}
2022年11月18日

**案由：**《关于让山路更好走 助力“乡村快递”的建议》（专题类）

**提案领衔者：**经济界

**主办单位：**市交通运输局

**办理落实情况摘要：**

一是修路。今年修好山路12条，完成全年目标的82.9%。二是设站。在“一村

一站”行动中设站40个，进度提前。

**案由：**《河道清淤，水清岸绿》（合并）

**提案领衔者：**王一文、城东联络组、李二平

**主办单位：**市住房和城乡建设局、市水务集团

**办理落实情况摘要：**

截至9月，清淤28公里。

下阶段，继续清淤。

**案由：**《关于建设图书馆的建议》

**提案领衔者：**王一文

**主办单位：**市委宣传部

**办理落实情况摘要：**

预计2024年底完工。
`;

export interface PaperItem {
  readonly subject: string;
  readonly tag: string | null;
  readonly sponsors: readonly string[];
  readonly leadUnits: readonly string[];
  readonly paragraphs: readonly string[];
}

/** How a committee sets its notices. */
export interface Layout {
  readonly order: readonly ('subject' | 'sponsors' | 'leadUnits' | 'summary')[];
  readonly labels: Record<'subject' | 'sponsors' | 'leadUnits' | 'summary', string>;
  readonly colon: string;
  readonly bold: boolean;
  readonly separator: string;
  readonly numbers: (at: number) => string;
  readonly isSignedAtTheEnd: boolean;
  readonly gap: string;
}

export const USUAL: Layout = {
  order: ['subject', 'sponsors', 'leadUnits', 'summary'],
  labels: {
    subject: '案由',
    sponsors: '提案领衔者',
    leadUnits: '主办单位',
    summary: '办理落实情况摘要',
  },
  colon: '：',
  bold: false,
  separator: '、',
  numbers: () => '',
  isSignedAtTheEnd: false,
  gap: '\n\n',
};

/** These items as a committee with this layout would print them. */
export function printed(items: readonly PaperItem[], layout: Layout = USUAL): string {
  const { gap, isSignedAtTheEnd } = layout;
  const head = [layout.bold ? '# 重点提案办理情况公示' : '重点提案办理情况公示', '现予以公示，欢迎监督。'];
  const signature = ['某市政协办公室', '2022年11月18日'];
  const blocks = items.flatMap((item, at) => block(item, layout, layout.numbers(at)));
  return [
    ...head,
    ...(isSignedAtTheEnd ? [] : signature),
    ...blocks,
    ...(isSignedAtTheEnd ? signature : []),
  ].join(gap);
}

function block(item: PaperItem, { order, labels, colon, bold, separator }: Layout, number: string): string[] {
  const label = (field: keyof typeof labels) =>
    bold ? `**${labels[field]}${colon}**` : `${labels[field]}${colon}`;
  const lines = {
    subject: [`${label('subject')}《${item.subject}》${item.tag ? `（${item.tag}）` : ''}`],
    sponsors: [label('sponsors') + item.sponsors.join(separator)],
    leadUnits: [label('leadUnits') + item.leadUnits.join(separator)],
    summary: [label('summary'), ...item.paragraphs],
  };
  const [first, ...others] = order.flatMap((field) => lines[field]);
  return [number + first, ...others];
}
