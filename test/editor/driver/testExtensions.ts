/** Extensions of test/editor/extensions in a window: small ones that stand in for what a person may have beside ours. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts extensions from their folders into a host's folder of extensions, as if they had been installed; before the host starts.
 */
export async function placeExtensions(folders: readonly string[], extensionsFolder: string): Promise<void> {
  await mkdir(extensionsFolder, { recursive: true });
  const list = [];
  for (const folder of folders) {
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const [name, publisher, version] = ['name', 'publisher', 'version'].map(key =>
      String(Reflect.get(Object(manifest), key)),
    );
    const relativeLocation = `${publisher}.${name}-${version}`;
    const place = path.join(extensionsFolder, relativeLocation);
    await cp(folder, place, { recursive: true });
    const location = { $mid: 1, scheme: 'file', path: place };
    list.push({ identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation });
  }
  await writeFile(path.join(extensionsFolder, 'extensions.json'), JSON.stringify(list));
}
