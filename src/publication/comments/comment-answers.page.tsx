import type { IssuedNotice } from '../notice-pages';
import { publicPage } from '../public-page';

const BackToNotice = ({ notice }: { notice: IssuedNotice }) => (
  <p>
    <a href={`/notices/${notice.id}`}>返回公示：{notice.title}</a>
  </p>
);

export const thanksHtml = (notice: IssuedNotice): string =>
  publicPage(
    '留言已收到',
    <>
      <h1>留言已收到</h1>
      <p>感谢您的留言。提案委审核后将在公示页面公开，并视情况回复。</p>
      <BackToNotice notice={notice} />
    </>,
  );

export const closedHtml = (notice: IssuedNotice): string =>
  publicPage(
    '留言已截止',
    <>
      <h1>留言已截止</h1>
      <p>这份公示不再接受留言。如有意见，请按公示所列的来信地址或者联系电话与我们联系。</p>
      <BackToNotice notice={notice} />
    </>,
  );
