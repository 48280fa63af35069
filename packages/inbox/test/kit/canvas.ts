import { vi } from 'vitest'

/** A canvas that takes everything and shows nothing: this page without a screen has none. */
export function withCanvas(): void {
  const nothing = () => undefined
  const context = new Proxy({} as Record<string | symbol, unknown>, {
    get: (own, name) => own[name] ?? (name === 'measureText' ? () => ({ width: 10 }) : nothing),
  })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  vi.stubGlobal('Path2D', new Proxy(class {}, { construct: () => new Proxy({}, { get: () => nothing }) }))
}
