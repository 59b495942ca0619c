/** How a search is put, for whoever found nothing or begins. */
export const SearchTips = () => (
  <ul class="search-tips">
    <li>案由、正文、提案者、承办单位、编号，以及答复、办理进展和公示摘要里的字词都能查到。</li>
    <li>几个词之间空一格，只列出每个词都有的提案；要连在一起查，就加引号，如 “双招双引”。</li>
    <li>繁体和简体、全角和半角、“第十五届”和“第15届”查到的结果相同。</li>
    <li>知道案号就直接输入，如 12 或者 第12号。</li>
  </ul>
);

/** Out of the way until it is wanted. */
export const FoldedTips = () => (
  <details class="no-print">
    <summary>怎样检索</summary>
    <SearchTips />
  </details>
);
