import { type Block, type Json, list, object } from '../wire.ts'
import { type Complaints, checkItems, checkString, checkUnique } from './complaints.ts'
import { LIMITS } from './limits.ts'

/**
 * `data_visualization`: `{title, chart}`, where a pie has `segments: [{label, value}]` and a bar, line or area
 * chart has `series: [{name, data: [{label, value}]}]` and `axis_config: {categories, x_label?, y_label?}`.
 */
export function checkChart(block: Block, at: string, complaints: Complaints): void {
  checkString(block, 'title', at, complaints, { max: LIMITS.chartTitle, required: true })
  const chart = object(block.chart)
  const place = `${at}/chart`
  if (chart.type === 'pie') checkPie(chart, place, complaints)
  else if (['bar', 'line', 'area'].includes(String(chart.type))) checkSeriesChart(chart, place, complaints)
  else complaints.say('must be a valid enum value', `${place}/type`)
}

function checkPie(chart: Json, at: string, complaints: Complaints): void {
  for (const { item, at: place } of checkItems(chart, 'segments', at, complaints, {
    max: LIMITS.chartParts,
  })) {
    checkString(item, 'label', place, complaints, { max: LIMITS.chartLabel, required: true })
    if (!(typeof item.value === 'number' && item.value > 0)) {
      complaints.say('must be greater than 0', `${place}/value`)
    }
  }
}

function checkSeriesChart(chart: Json, at: string, complaints: Complaints): void {
  const categories = checkAxis(chart, at, complaints)
  const series = checkItems(chart, 'series', at, complaints, { max: LIMITS.chartParts })
  checkUnique(
    series.map(({ item, at: place }) => ({ value: item.name, at: `${place}/name` })),
    'name',
    complaints,
  )
  for (const { item, at: place } of series) {
    checkString(item, 'name', place, complaints, { max: LIMITS.chartLabel, required: true })
    checkPoints(item, place, categories, complaints)
  }
}

function checkAxis(chart: Json, at: string, complaints: Complaints): string[] {
  const place = `${at}/axis_config`
  const axis = object(chart.axis_config)
  const categories = list(axis.categories).map(String)
  if (categories.length < 1) complaints.say('missing required field: categories', place)
  if (categories.length > LIMITS.chartCategories) {
    complaints.say(`no more than ${LIMITS.chartCategories} items allowed`, `${place}/categories`)
  }
  if (categories.some((category) => category.length < 1 || category.length > LIMITS.chartLabel)) {
    complaints.say(`must be less than ${LIMITS.chartLabel + 1} characters`, `${place}/categories`)
  }
  checkString(axis, 'x_label', place, complaints, { max: LIMITS.chartAxis })
  checkString(axis, 'y_label', place, complaints, { max: LIMITS.chartAxis })
  return categories
}

function checkPoints(series: Json, at: string, categories: string[], complaints: Complaints): void {
  const points = checkItems(series, 'data', at, complaints, { max: LIMITS.chartCategories })
  for (const { item, at: place } of points) {
    if (typeof item.value !== 'number') complaints.say('must be a number', `${place}/value`)
  }
  const labels = points.map(({ item }) => String(item.label)).toSorted()
  if (labels.join('\n') !== categories.toSorted().join('\n')) {
    complaints.say('data labels must match axis_config.categories', `${at}/data`)
  }
}
