const double = new Set(
  '欧阳 上官 司马 诸葛 司徒 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 独孤 南宫 轩辕 百里 呼延 东郭 西门 申屠 钟离'.split(
    ' ',
  ),
)

/** 欧阳 of 欧阳修, 王 of 王建国; of the familiar 小陈, 老王, 阿杰 what follows. */
export function surnameOf(name: string): string {
  if (double.has(name.slice(0, 2)) && name.length > 2) return name.slice(0, 2)
  return /^[小老阿]./u.test(name) && name.length === 2 ? name.slice(1) : name.slice(0, 1)
}
