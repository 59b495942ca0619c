/** Words of what leaves the house. */
export const channelWords: Record<string, string> = { mail: '邮件', webhook: '消息平台' };
export const deliveryStates: Record<string, string> = {
  waiting: '待发送',
  sending: '发送中',
  sent: '已发送',
  failed: '发送失败',
  withheld: '内容已不可见，未发',
  cancelled: '已取消',
};
export const deliveryKinds: Record<string, string> = {
  notification: '消息',
  brief: '每日汇总',
  code: '验证码',
};
