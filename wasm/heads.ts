/**
 * Where what a record says begins: one row a record, and what it says in one stream behind it, so that a
 * record met at random is met in few places of memory. A part ends where the next of its row begins.
 */
let stride: usize = 0;
let stream: usize = 0;

export function headTables(table: usize): void {
  stream = load<u32>(table + 52);
  stride = load<u32>(table + 76);
}

/** The number in a column of the record's row. */
@inline
export function headOf(column: usize, record: i32): i32 {
  return load<i32>(column + <usize>record * stride);
}

/** Where in memory a part begins that stands in this column. */
@inline
export function partOf(column: usize, record: i32): usize {
  return stream + (<usize>headOf(column, record) << 2);
}
