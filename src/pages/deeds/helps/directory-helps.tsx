import { HATS } from '../../../lifecycle/people';
import { hats as hatWords } from '../../../lifecycle/words/terms';
import { HAT_TABLES } from '../../../people/hat-tables';
import { type RegisterName, REGISTERS } from '../../administration/directory-rows';
import type { DeedHelp, HelpContext, Helps, HelpWith } from '../deed-help';

/** What is there now, to be put right. */
const presentRow =
  (register: RegisterName): HelpWith =>
  async ({ actor, found, directory, lists }): Promise<DeedHelp> => {
    const key = found.params.id ?? found.params.code;
    const values = await directory.get(actor, register, key);
    return {
      button: '保存',
      values,
      aids: register === 'sponsors' ? { kindCode: { options: await lists.sponsorKinds() } } : {},
    };
  };

const ending =
  (register: RegisterName): HelpWith =>
  async ({ actor, found, directory, lists }): Promise<DeedHelp> => {
    const { version, name } = await directory.get(actor, register, found.params.id);
    const successors =
      register === 'units' ? await lists.units() : register === 'sponsors' ? await lists.sponsors() : [];
    return {
      intro: (
        <p>
          “{String(name)}”终止后不能再选用，已有的提案保留原名。改名的，先新增新名称，再在这里选为继任者。
        </p>
      ),
      values: { version },
      aids: successors.length > 0 ? { successorId: { options: successors } } : {},
      grave: true,
    };
  };

const reopening =
  (register: RegisterName): HelpWith =>
  async ({ actor, found, directory }) => {
    const { version, name } = await directory.get(actor, register, found.params.id);
    return { intro: <p>撤销对“{String(name)}”的终止，恢复有效。</p>, values: { version } };
  };

const IMPORT: HelpWith = ({ found, query }) => {
  const [register] = found.deed.pattern.split('/');
  const writes = query.preview === 'false';
  return {
    intro: (
      <p>
        {writes
          ? '这一次会真正写入：全部行都没有错误才写入，有一行出错就一行也不写。'
          : '先上传预览：指出每一行的问题，什么也不写入。'}
        <a href={`/api/${register}/import-template`}>下载空白模板</a>
      </p>
    ),
    button: writes ? '导入' : '上传预览',
  };
};

/** Which hat comes with the link; a hat worn for a body asks for which, the others do not. */
async function hatHelp({ query, scopes }: HelpContext): Promise<DeedHelp> {
  const hat = HATS.find((each) => each === query.hat);
  const options = hat && (await scopes.choices(hat));
  const offered = HATS.filter((each) => (hat ? each === hat : HAT_TABLES[each] === null));
  return {
    intro: hat ? undefined : <p>要代表某个单位或某个人的身份，请在账号页上选择。</p>,
    aids: {
      hat: { options: offered.map((each) => ({ value: each, label: hatWords[each] })) },
      scopeId: options ? { options, label: '代表谁' } : { hidden: true },
    },
    values: hat ? { hat } : {},
    button: '授予',
  };
}

export const directoryHelps: Helps = {
  ...Object.fromEntries(
    REGISTERS.filter((name) => name !== 'sponsor-kinds').map((name) => [`PUT ${name}/:id`, presentRow(name)]),
  ),
  'PUT sponsor-kinds/:code': presentRow('sponsor-kinds'),
  ...Object.fromEntries(
    (['members', 'sponsors', 'units'] as const).map((name) => [`POST ${name}/:id/end`, ending(name)]),
  ),
  ...Object.fromEntries(
    (['members', 'sponsors', 'units'] as const).map((name) => [`POST ${name}/:id/reopen`, reopening(name)]),
  ),
  'POST sponsors': async ({ lists }) => ({
    aids: { kindCode: { options: await lists.sponsorKinds() } },
    button: '新增',
  }),
  'POST members/import': IMPORT,
  'POST units/import': IMPORT,
  'POST accounts': () => ({
    intro: <p>建立后显示一次初始密码，请当面或电话告知本人；接着在账号页授予身份。</p>,
    aids: { hats: { hidden: true } },
    button: '新建',
  }),
  'POST accounts/:id/hats': hatHelp,
  'POST accounts/:id/deactivate': () => ({
    intro: <p>停用后此账号不能登录，正在进行的会话和令牌立即失效；办理记录不受影响。</p>,
    grave: true,
  }),
  'POST accounts/:id/reset-password': () => ({
    intro: <p>新密码只显示这一次；原密码、正在进行的会话和令牌立即失效。</p>,
    grave: true,
  }),
};
