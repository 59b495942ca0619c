import type { FindingCode } from '../platform/cleaning/cleaned';
import type { Uncleanable } from '../platform/cleaning/uncleanable';

export const FINDING_WORDS: Record<FindingCode, string> = {
  hiddenSheets: '隐藏的工作表',
  hiddenCells: '隐藏的行列',
  hiddenText: '隐藏的文字',
  comments: '批注',
  trackedChanges: '修订痕迹',
  authors: '作者、单位、最后修改者等属性',
  customProperties: '自定义属性',
  embedded: '嵌入的对象',
  macros: '宏',
  links: '超链接',
  pictures: '图形图表',
  formulas: '公式',
  uninspected: '无法检查的内容和属性',
};

export const UNCLEANABLE_WORDS: Record<Uncleanable['reason'], string> = {
  broken: '文件不完整或格式异常，无法检查，请重新生成后上传。',
  tooLarge: '文件展开后过大，无法检查，请拆分后上传。',
  linked: '文件引用了外部的内容，无法清理，请改为嵌入后上传。',
  unknownPart: '文件含有图表等无法检查的内容，请转换为 PDF 并人工核对后上传。',
  picture: '文件中有无法检查的图片，请改用 PNG 或 JPG 图片后上传。',
  kind: '这种文件无法检查，请转换为 DOCX、XLSX 或 PDF 后上传。',
};
