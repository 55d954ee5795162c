import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Smaller files gain less than the extra bytes of a header. */
const bytesMin = 1024;
const compressible = /\.(js|mjs|css|json|svg|txt|wasm|html|py|zip|map)$/;
const parallel = 2;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const roots = [".next/static", "public"].map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));

/** Writes `.br` and `.gz` beside every static file, once, so that no request pays for it. */
async function precompress(): Promise<void> {
  const files: string[] = [];
  for (const root of roots) files.push(...(await listFiles(root)));
  const waiting = files.filter((file) => compressible.test(file));
  const worker = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await compressFile(file);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < bytesMin) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [br, gz] = await Promise.all([toBrotli(bytes, { params }), toGzip(bytes, { level: 9 })]);
  if (br.length < bytes.length) await writeFile(`${file}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${file}.gz`, gz);
}

async function listFiles(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    // A room without `public/` has nothing to compress there.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

await precompress();
