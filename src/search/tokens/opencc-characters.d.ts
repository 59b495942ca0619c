// The package has types for its converters only.
declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of a traditional character and its simplified ones, parted by bars. */
  const pairs: string;
  export default pairs;
}
