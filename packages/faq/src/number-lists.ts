/** Lists of numbers one behind the other in two flat arrays, which take far less memory than as many arrays. */
export interface NumberLists {
  /** By list: the place of its first number; at the end, the number of all. */
  starts: Int32Array
  numbers: Int32Array
}

export function pack(lists: readonly (readonly number[])[]): NumberLists {
  let end = 0
  const ends = lists.map((list) => (end += list.length))
  return { starts: Int32Array.from([0, ...ends]), numbers: Int32Array.from(lists.flat()) }
}

export function listOf({ starts, numbers }: NumberLists, list: number): Int32Array {
  return numbers.subarray(starts[list], starts[list + 1])
}
