import type { DocumentKind } from './case-documents';

/** Why there is nothing to print. The same whether it does not exist or is not this reader's to see. */
export const missing: Record<DocumentKind, string> = {
  sheet: '没有这份办理单：提案立案编号之后才有提案办理单。',
  opinionForm: '没有可以打印的征询意见表：承办单位答复之后、办结之前，由提案者和提案委打印。',
  reply: '没有可以打印的答复函：承办单位还没有签发答复，或者您不能查看它的草稿。',
  opinion: '没有可以打印的会办意见：会办单位还没有出具，或者您没有查看的权限。',
  returnRequest: '没有可以打印的退办申请：承办单位没有申请过退办，或者您没有查看的权限。',
  extension: '没有可以打印的延期审批：承办单位没有申请过延期。',
  urging: '没有这一号催办函，或者您没有查看的权限。请从提案页面打开已有的催办函。',
};
