/**
 * Gives ids for new rows, one a call: the prefix with the next number that is free.
 * @param isTaken whether a row has the id already
 */
export function freeIds(prefix: string, isTaken: (id: string) => boolean): () => string {
  let number = 0;
  return () => {
    do number += 1;
    while (isTaken(`${prefix}${number}`));
    return `${prefix}${number}`;
  };
}
