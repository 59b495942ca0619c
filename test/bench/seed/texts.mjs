// Texts as proposals have them: about 800 characters, recombined from sentences so that no two are the same.
const SENTENCES = `近年来我市城镇化进程加快，老旧小区停车难问题日益突出，居民反映强烈。
据初步统计，中心城区机动车保有量已超过二十万辆，而公共泊位不足八万个，缺口仍在扩大。
部分乡镇卫生院全科医生数量不足，设备更新缓慢，群众就近就医的需求难以得到满足。
农村生活污水处理设施建成后缺少专人管护，一些终端长期停运，影响河道水质。
我市制造业以中小企业为主，数字化改造投入大、见效慢，企业普遍存在不敢转、不会转的顾虑。
职业院校专业设置与产业需求衔接不够紧密，技能人才供给与企业用工之间存在结构性矛盾。
义务教育阶段优质资源分布不均，新建住宅区周边学位紧张，学生通勤时间较长。
托育服务供给总量不足，普惠性机构占比偏低，年轻父母的后顾之忧尚未根本解决。
养老服务设施布局不够合理，助餐、助浴、助医等服务在偏远村落覆盖率较低。
沿海滩涂生态修复任务繁重，入海排污口监管力量分散，部门之间信息共享不够及时。
传统村落保护资金渠道单一，修缮标准不统一，空心化趋势没有得到有效遏制。
夜间经济业态同质化，缺少与本地历史文化相结合的项目，吸引外来游客的能力有限。
快递和外卖从业人员流动性大，职业伤害保障参保率偏低，休息场所建设相对滞后。
公共充电设施分布不均，老旧小区电力容量不足，新能源汽车车主充电排队时间较长。
基层网格员承担的事务过多，报表重复填报，直接服务群众的时间受到挤压。
一是制度设计上缺少统筹，牵头部门与配合部门的职责边界不够清晰。
二是资金投入以一次性建设为主，后续运行维护缺乏稳定的经费来源。
三是宣传引导不够深入，群众知晓率和参与度不高，政策效果打了折扣。
四是专业人才短缺，一线人员培训不足，服务质量参差不齐。
外地经验表明，由政府引导、企业运营、社会参与的模式能够较好地兼顾公益与效率。
建议由市政府牵头成立工作专班，制定三年行动计划，明确年度目标和责任清单。
建议将相关项目纳入年度民生实事，优先保障用地指标和财政资金。
建议建立部门联席会议制度，每季度通报进展，对滞后事项及时督办。
建议搭建统一的信息平台，打通数据壁垒，让群众办事少跑腿。
建议鼓励社会资本参与建设运营，对符合条件的项目给予贷款贴息和税收优惠。
建议加强专业队伍建设，依托本地院校开展定向培养和在职轮训。
建议完善考核评价办法，把群众满意度作为重要指标，定期向社会公布结果。
建议选择两到三个镇街先行试点，总结经验后在全市范围内逐步推开。`.split('\n');

const SUBJECTS =
  '停车设施 基层医疗 农村污水 数字化改造 技能人才 学位供给 普惠托育 居家养老 海岸修复 传统村落'.split(' ');
const AIMS = '统筹规划 长效管护 提质扩面 规范发展 资金保障 人才培养 部门协同 试点推广'.split(' ');

/** Numbers from 0 to 1, the same ones in every run (mulberry32). */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A writer of subjects and of texts of at least so many characters. */
export function writer(random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const text = (length) => {
    let written = '';
    while (written.length < length) written += one(SENTENCES);
    return written;
  };
  return { subject: (number) => `关于${one(SUBJECTS)}${one(AIMS)}的建议（${number}）`, text };
}
