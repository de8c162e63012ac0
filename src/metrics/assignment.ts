/**
 * The greatest total worth of pairing rows with columns, each at most once (Kuhn 1955; the shortest augmenting paths of
 * Jonker and Volgenant 1987). O(short side squared times long side).
 * @param worth a non-empty matrix of finite numbers of at least 0
 */
export function assignmentWorth(worth: readonly Float64Array[]): number {
  const columns = worth[0]!.length;
  const rows = worth.length <= columns ? worth : transposed(worth);
  const [n, m] = [rows.length, rows[0]!.length];
  // Potentials and the row that holds each column, from 1; 0 is the row that is being placed.
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(m + 1);
  const holder = new Int32Array(m + 1);
  const cameFrom = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    holder[0] = row;
    const least = new Float64Array(m + 1).fill(Infinity);
    const done = new Uint8Array(m + 1);
    let column = 0;
    do {
      done[column] = 1;
      const from = holder[column]!;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (done[j] === 1) continue;
        const cost = -rows[from - 1]![j - 1]! - rowPotential[from]! - columnPotential[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          cameFrom[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (done[j] === 1) {
          rowPotential[holder[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (holder[column] !== 0);
    for (; column !== 0; column = cameFrom[column]!) holder[column] = holder[cameFrom[column]!]!;
  }
  let total = 0;
  for (let j = 1; j <= m; j++) if (holder[j] !== 0) total += rows[holder[j]! - 1]![j - 1]!;
  return total;
}

function transposed(matrix: readonly Float64Array[]): Float64Array[] {
  return Array.from(matrix[0]!, (_, j) => Float64Array.from(matrix, (row) => row[j]!));
}
