import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/*
 * npm run wasm: builds the kernel of matching from wasm/*.ts. The same sources and the same locked
 * compiler give the same bytes, so the built file is committed and a test builds it again.
 */
const ROOT = path.resolve(import.meta.dirname, '..')
export const KERNEL = path.join(ROOT, 'src/domains/matching/kernel/kernel.wasm')

const FLAGS = [
  'index.ts',
  '--baseDir',
  path.join(ROOT, 'wasm'),
  '--outFile',
  'kernel.wasm',
  '-O3',
  '--runtime',
  'stub',
  '--noAssert',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--enable',
  'threads',
]

/** The bytes of the kernel, built now. Throws with what the compiler said when it does not build. */
export async function builtKernel(): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc')
  let built: Uint8Array | undefined
  const { error, stderr } = await asc.main(FLAGS, {
    readFile: (name, folder) => readFile(path.resolve(folder, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') built = contents
    },
    listFiles: () => [],
  })
  // oxlint-disable-next-line typescript/no-base-to-string -- the compiler's stream has its own
  if (error) throw new Error(stderr.toString(), { cause: error })
  if (!built) throw new Error('The compiler gave no file')
  return built
}

if (import.meta.main) await writeFile(KERNEL, await builtKernel())
