import type { LeftOut } from './left-out.ts'

const wordsOf = (text: string): string[] => text.trim().split(/\s+/)

/** Options of an object that nobody ever gives. */
function never(object: string, options: string): Record<string, string> {
  return Object.fromEntries(wordsOf(options).map((option) => [`${object}.${option}`, 'undefined']))
}

/**
 * What the widget has no use for: it has one language, its words are given at once, and no host listens or adds anything
 * (packages/locales/src/translate.ts). A test compares every text said with it and without it.
 */
export const unusedOfI18next: LeftOut = {
  logs: true,
  methods: {
    Logger: wordsOf('log warn error deprecate once forward clone'),
    EventEmitter: wordsOf('on off once emit'),
    ResourceStore:
      wordsOf(`addNamespaces removeNamespaces addResource addResources addResourceBundle removeResourceBundle
      hasResourceBundle getResourceBundle getDataByLanguage toJSON hasLanguageSomeTranslations`),
    Translator: wordsOf('exists getUsedParamsDetails hasDefaultValue'),
    LanguageUtil:
      wordsOf(`clearCache getScriptPartFromCode getLanguagePartFromCode getBestMatchFromCodes getFallbackCodes
      formatLanguageCode formatUncached isSupportedCode toResolveHierarchy`),
    PluralResolver: wordsOf('clearCache needsPlural getPluralFormsOfKey getSuffixes'),
    Interpolator: wordsOf('nest reset'),
    I18n: wordsOf(`hydrate getFixedT exists setDefaultNamespace loadNamespaces loadLanguages dir cloneInstance toJSON
      reloadResources hasLoadedNamespace setResolvedLanguage`),
  },
  known: {
    ...never(
      'opt',
      `returnDetails nsSeparator keySeparator ns lng appendNamespaceToCIMode joinArrays ordinal
      returnObjects missingKeyNoValueFallbackToKey context lngs fallbackLng interpolation
      skipInterpolation postProcess defaultValue`,
    ),
    ...never(
      'this.options',
      `returnDetails appendNamespaceToCIMode joinArrays returnObjects returnedObjectHandler
      missingKeyNoValueFallbackToKey updateMissing saveMissing missingKeyHandler
      appendNamespaceToMissingKey parseMissingKeyHandler postProcess fallbackNS returnNull
      returnEmptyString isClone fallbackLng preload partialBundledLanguages
      nonExplicitSupportedLngs lowerCaseLng supportedLngs userDefinedKeySeparator
      overloadTranslationOptionHandler missingInterpolationHandler`,
    ),
    ...never('this', `i18nFormat`),
    ...never('this.modules', `i18nFormat languageDetector backend logger`),
    ...never('this.services', `languageDetector`),
    ...never('this.utils?', `hasLoadedNamespace`),
    'this.options.nsSeparator': 'false',
    'this.escapeValue': 'false',
    'this.useRawValueToEscape': 'false',
    'this.alwaysFormat': 'true',
    'concreteLogger || consoleLogger': 'undefined',
    "lng?.toLowerCase() === 'cimode'": 'false',
    "typeof keys === 'function'": 'false',
    "typeof k === 'function'": 'false',
    '!code.match(/-|_/)': 'true',
    'key.includes(this.formatSeparator)': 'false',
    'wouldCheckForNsInKey && !seemsNaturalLanguage': 'false',
    '!objectNotReturned && (usedKey || usedDefault || updateMissing)': 'false',
    'isObjectHit && !objectNotReturned': 'false',
    'handleAsObjectInI18nFormat && isString(joinArrays) && Array.isArray(res)': 'false',
    'result != null || !ignoreJSONStructure || !isString(key)': 'true',
    'path == null && ignoreJSONStructure && isString(key)': 'false',
    'this.languageUtils.toResolveHierarchy(opt.lng || this.language, opt.fallbackLng)': '[this.language]',
    'this.services.languageUtils.toResolveHierarchy(l)': '[l]',
    'this.store.hasLanguageSomeTranslations(fl)': 'true',
    '!this.options.resources || this.options.partialBundledLanguages': 'false',
  },
  statements: `
    if (nsSeparator === undefined)
    const wouldCheckForNsInKey
    const seemsNaturalLanguage
    const noObject
    formatter = Formatter
    const hasDefaultValue
    const defaultValue
    const handleAsObject
    const resType
    if (handleAsObjectInI18nFormat && !res
    const updateMissing
    const isObjectHit
    const objectNotReturned
    if (objectNotReturned)
    if (objectNotReturned &&
    if (!this.isValidLookup(res) && hasDefaultValue
    let nestBef
    if (skipOnVariables) { const
    if (!opt.lng &&
    if (opt.nest !==
    const postProcessorNames
    if (res != null && postProcessorNames
    this.escape =
    this.nesting
    this.escapeValue =
    this.useRawValueToEscape =
    this.alwaysFormat =
    if (!this.escapeValue && typeof str
    if (!this.checkedLoadedFor
    this.configuredLngs =
    s.utils =
    s.backendConnector
    this.translator.on(
    this.modules.external.forEach
    storeApi.forEach
    storeApiChained.forEach
    this.emit(
    if (lngs && !supportedLngs)
    if (supportedLngs &&
    this.setResolvedLanguage(
    if (userOptions.keySeparator
    if (userOptions.nsSeparator
    this.pendingWarnings
    if (callback && !this.isInitialized
    if (typeof merged.overload
    overloadTranslationOptionHandler: args
    if (this.modules[type] &&
    if (!module
    if (module.type === 'backend')
    if (module.type === 'logger'
    if (module.type === 'languageDetector')
    if (module.type === 'i18nFormat')
    if (module.type === 'postProcessor')
    if (module.type === '3rdParty')
  `
    .trim()
    .split(/\s*\n\s*/),
}
