Two versions by the order of a scheme: one sign.

  $ aftercare version dpkg 1.0~rc1-1 1.0-1
  <
  $ aftercare version semver v1.2 1.2.0+build.7
  =
  $ aftercare version generic 1.0.2zd 1.0.2k
  >
  $ aftercare version rpm 1:1.0-1 2.0-1
  >

A scheme or a version that cannot be read is an error with its reason.

  $ aftercare version roman IV V
  aftercare: there is no version scheme "roman"
  [2]
  $ aftercare version semver 1.x 2.0.0
  aftercare: semver version "1.x": a number is missing
  [3]
  $ aftercare version literal abc abc
  =
  $ aftercare version literal abc abd
  <

Many at once: a sign a line in the same order, ! where a version cannot be read, and the exit status stays 0.

  $ printf 'dpkg\t1.0~rc1\t1.0\nsemver\t1.x\t1\npep440\t1.0.post1\t1.0\nroman\tI\tV\nsemver\t1.0\ngeneric\tR2\tr2' | aftercare version --batch
  <
  !
  >
  !
  !
  =
  $ aftercare version --batch </dev/null
  $ printf 'dpkg\t1.0\t1.0-0\nmaven\t1-rc1\t1\r\nsemver\t1.2.3.4\t1\n\npep440\t1.0' | aftercare version --batch
  =
  <
  !
  !
  !

A line may be long, but not without end.

  $ { printf 'generic\t1\t'; head -c 100000 /dev/zero | tr '\0' 1; printf '\ngeneric\t1\t'; head -c 60000 /dev/zero | tr '\0' 1; echo; } | aftercare version --batch
  !
  <

Used wrongly:

  $ aftercare version dpkg 1.0
  aftercare: SCHEME A B is missing
  [2]
  $ aftercare version dpkg 1 2 3
  aftercare: unexpected word "3"
  [2]
  $ aftercare version --batch dpkg
  aftercare: unexpected word "dpkg"
  [2]
