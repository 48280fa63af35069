import type { LeftOut } from './left-out.ts'

const wordsOf = (text: string): string[] => text.trim().split(/\s+/)

/**
 * What the widget has no use for: it has one language, its words are given at once, and no host listens or adds anything
 * (packages/locales/src/translate.ts). A test compares every text said with it and without it.
 */
export const unusedOfI18next: LeftOut = {
  logs: true,
  methods: {
    Logger: wordsOf('log warn error deprecate once forward clone'),
    EventEmitter: wordsOf('off once'),
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
    'concreteLogger || consoleLogger': 'undefined',
    'this.modules.languageDetector': 'undefined',
    'this.services.languageDetector': 'undefined',
    '!this.options.resources || this.options.partialBundledLanguages': 'false',
    'this.store.hasLanguageSomeTranslations(fl)': 'true',
    'this.services.languageUtils.toResolveHierarchy(l)': '[l]',
    "typeof keys === 'function'": 'false',
    "typeof k === 'function'": 'false',
    'Translator.hasDefaultValue(opt)': 'false',
    'isObjectHit && !objectNotReturned': 'false',
    '!objectNotReturned && (usedKey || usedDefault || updateMissing)': 'false',
    'this.languageUtils.toResolveHierarchy(opt.lng || this.language, opt.fallbackLng)': '[this.language]',
    '!code.match(/-|_/)': 'true',
    'result != null || !ignoreJSONStructure || !isString(key)': 'true',
    'path == null && ignoreJSONStructure && isString(key)': 'false',
  },
  statements: ['formatter = Formatter', 's.utils =', 's.backendConnector', 'this.setResolvedLanguage('],
}
