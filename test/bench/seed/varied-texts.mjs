// Texts of about 800 characters whose words are as common and as rare as words are: few everywhere, most in few texts.
// The usual texts of the bench are put together from 27 sentences, so that every word is in every tenth of them.
const WORDS = 40_000;
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3500;
const LINKS = '的 和 与 在 对 为 及 并 从 由 将 使 以'.split(' ');
const FRAMES = [
  (word) => `近年来我市${word()}工作取得积极进展，但${word()}${word()}仍存在短板，群众对${word()}反映较多。`,
  (word) => `据统计，${word()}${word()}占比不足三成，${word()}与${word()}之间的矛盾日益突出。`,
  (word) => `一是${word()}缺少统筹，${word()}部门与${word()}部门职责不清。`,
  (word) => `二是${word()}投入不足，${word()}${word()}缺乏稳定来源，影响${word()}的长期运行。`,
  (word) => `建议由${word()}牵头，制定${word()}${word()}三年行动计划，明确${word()}责任清单。`,
  (word) => `建议推广${word()}经验，完善${word()}${word()}机制，并向社会公布${word()}结果。`,
];

/** Numbers of words: the first ones often, the last ones hardly ever. */
function vocabulary(random) {
  const sign = () => String.fromCharCode(FIRST_CHARACTER + 3 * Math.floor(random() * CHARACTERS));
  const words = Array.from({ length: WORDS }, (_, at) =>
    Array.from({ length: 2 + (at % 3 === 2 ? 1 : 0) }, sign).join(''),
  );
  return { words, one: () => words[Math.floor(WORDS ** random()) - 1] };
}

/** A writer as the seeder of cases takes it, and the words it writes with. */
export function variedWriter(random) {
  const { words, one } = vocabulary(random);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = (length) => {
    let written = '';
    while (written.length < length)
      written +=
        random() < 0.5
          ? pick(FRAMES)(one)
          : `${one()}${pick(LINKS)}${one()}${pick(LINKS)}${one()}，${one()}${one()}。`;
    return written;
  };
  const subject = () => `关于${pick(['加强', '推进', '完善', '规范'])}${one()}${one()}${one()}的建议`;
  return { words, one, write: { subject, text } };
}
