// What our editor has beyond django-prose-editor: pictures of the library, and clean pasting. Named in the settings.
import { Extension, Plugin } from 'django-prose-editor/editor';
import { cleanPasted } from 'newsdesk/paste';

export { Picture } from 'newsdesk/picture';

export const PasteCleaner = Extension.create({
  name: 'pasteCleaner',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: cleanPasted } })],
});
