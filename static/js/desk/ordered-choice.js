// select2 with an order: what is chosen goes to the end, and a name that was typed is sent as `new:name`.
const { jQuery } = window.django;

export function nameWhatIsNew() {
  jQuery.fn.select2.defaults.set('createTag', ({ term }) => {
    const name = term.trim();
    return name ? { id: `new:${name}`, text: name } : null;
  });
}

export function keepOrder(select) {
  jQuery(select).on('select2:select', ({ params }) => {
    const { element } = params.data;
    if (!element) return;
    select.append(element);
    jQuery(select).trigger('change');
  });
}
