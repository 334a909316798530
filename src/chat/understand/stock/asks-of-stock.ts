import { isQuestion } from '../mood.ts'

/** 雪碧一箱都没有 and 可乐十箱 美汁源没有 tell, though they end like a question; 可乐十箱到货没有 asks. */
const tellsOfNone =
  /(?:[一半1](?:箱|瓶|件|提|听|罐)?|都|也)(?:都|也)?没有(?=\s*$)|没有(?=\s*$)(?<=[箱瓶件提听罐盒包桶\d][^\d箱瓶]*[^货到进收交报送批来了完好过有去订卖付给补上定]没有)/u

/** Whether a part of an outline asks how much there is, and does not count. */
export const asksOfStock = (text: string): boolean => isQuestion(text.replace(tellsOfNone, ' '))
