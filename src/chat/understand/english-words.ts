/** English words that are no one's initials or pinyin. */
export const englishWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but if so as at by for from in into of off on onto out over to up with about after before again ' +
    'i me my we us our you your he him his she her it its they them their this that these those there here who whom ' +
    'what which when where why how is am are was were be been being do does did done has have had will would can ' +
    'could shall should may might must not no yes ok okay please pls thanks thank hi hello hey all any some each ' +
    'every both few more most other same such only own too very just now then than next last back today tomorrow ' +
    'yesterday week month day year am pm mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec ' +
    'visit visited visiting met meet meeting call called calling talk talked talking said says tell told ask asked ' +
    'see saw seen go going went gone come came get got give gave take took make made send sent show need needs want ' +
    'wants check find look stock report contract price order orders case cases bottle bottles box boxes sale sales ' +
    'new old big one two three four five six ten left leave off half full due done lot man men shop store home way ' +
    'also still yet ago per via re fyi btw eta asap hq qty pcs am pm vs etc mr ms mrs sir boss sale deal plan job ' +
    'help undo save drop send cancel approve approved reject return hand late soon early later good bad fine great'
  ).split(' '),
)
