import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by two fifths between two cleanings at most. Left to itself V8 takes up to four times of what is
 * used when there is memory to be had; measured, 180 instead of up to 290 MB under load, at the same speed.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40');
}
