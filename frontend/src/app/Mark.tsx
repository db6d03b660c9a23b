/** A winnowing basket: two grains stay, the chaff flies off. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M3 17h26a13 12 0 0 1-26 0Z"
        fill="none"
        stroke="var(--mantine-primary-color-light-color)"
        strokeWidth="2.6"
        strokeLinejoin="round"
      />
      <g fill="var(--mantine-primary-color-light-color)">
        <circle cx="11.5" cy="21.6" r="2.2" />
        <circle cx="19.5" cy="22.4" r="2.2" />
      </g>
      <g fill="none" stroke="var(--quiet)" strokeWidth="1.6" opacity="0.75">
        <circle cx="9" cy="10.5" r="2" />
        <circle cx="16.5" cy="7" r="2" />
        <circle cx="24" cy="3.6" r="2" />
        <circle cx="23.5" cy="11.4" r="2" />
      </g>
    </svg>
  );
}
