import type { Look, Settings } from '@deskbell/protocol'

/** In px; as the tokens have it. */
export const usualRadius = 14

/** The look that the owner chose, as the widget takes it; what is as usual is left out, because it weighs on every page. */
export function lookOf({ accent, position, launcher, radius, distance, hasAvatars, theme }: Settings): Look {
  const { side, bottom } = distance
  return {
    accent,
    ...(position === 'start' && { position }),
    ...(launcher === 'text' && { launcher }),
    ...(radius !== usualRadius && { radius: `${radius}px` }),
    ...(side !== undefined && { side: `${side}px` }),
    ...(bottom !== undefined && { bottom: `${bottom}px` }),
    ...(!hasAvatars && { avatars: 'none' }),
    ...(theme !== 'auto' && { theme }),
  }
}

/** What of the look concerns pages and blocks of the FAQ, as custom properties. */
export function lookProperties(settings: Settings): Record<string, string> {
  const { accent, radius, theme } = lookOf(settings)
  return {
    '--deskbell-accent': accent,
    ...(radius && { '--deskbell-radius': radius }),
    ...(theme && { '--deskbell-theme': theme }),
  }
}
