// Where the build reads and writes.
export interface Folders {
  /** The repository, with a slash at the end, as the others. */
  readonly root: string;
  /** Pages as VitePress reads them: those of site/ and the generated ones. */
  readonly pages: string;
  /** What VitePress' configuration is made of. */
  readonly menus: string;
  /** The built site. */
  readonly dist: string;
}

export const foldersOf = (root: string): Folders => ({
  root,
  pages: `${root}docs/build/pages/`,
  menus: `${root}docs/build/menus.json`,
  dist: `${root}docs/dist/`,
});
