// A picture of the library in the text: its hash and a caption. An address is never read from HTML.
import { Node, mergeAttributes } from 'django-prose-editor/editor';
import { choosePicture, dialog, smallPicture } from 'newsdesk/picture-dialog';

const HASH = /^[0-9a-f]{32}$/;

export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,

  addAttributes: () => ({
    image: {
      default: null,
      parseHTML: (element) => element.dataset.image,
      renderHTML: ({ image }) => ({ 'data-image': image }),
    },
  }),

  parseHTML: () => [{
    tag: 'figure[data-image]',
    getAttrs: (element) => HASH.test(element.dataset.image) && null,
    contentElement: (element) => element.querySelector('figcaption') ?? document.createElement('figcaption'),
  }],

  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes), ['figcaption', 0]],

  addNodeView: () => ({ node }) => {
    const dom = Object.assign(document.createElement('figure'), { className: 'picture' });
    const image = Object.assign(document.createElement('img'), { src: smallPicture(node.attrs.image), alt: '' });
    const contentDOM = document.createElement('figcaption');
    image.contentEditable = 'false';
    contentDOM.dataset.empty = dialog()?.dataset.caption ?? '';
    dom.append(image, contentDOM);
    return {
      dom,
      contentDOM,
      update: (other) => other.type === node.type && other.attrs.image === node.attrs.image,
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target) && mutation.type !== 'selection',
    };
  },

  addKeyboardShortcuts() {
    // Enter in a caption goes on below the picture.
    const leave = ({ editor }) => {
      const { $from } = editor.state.selection;
      if ($from.parent.type.name !== this.name) return false;
      const after = $from.after();
      return editor.chain().insertContentAt(after, { type: 'paragraph' }).focus(after + 1).run();
    };
    return { Enter: leave };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: this.name,
      groups: 'nodes',
      button: buttons.material('image', dialog()?.dataset.button ?? 'Picture'),
      active: (editor) => editor.isActive(this.name),
      command: async (editor) => {
        const hash = await choosePicture();
        if (hash) editor.chain().focus().insertContent({ type: this.name, attrs: { image: hash } }).run();
        else editor.commands.focus();
      },
    });
  },
});
