Two versions are compared by the order of a scheme.

  $ aftercare version dpkg 1.0~rc1 1.0
  <
  $ aftercare version generic 1.0.2k 1.0.2zd
  <
  $ aftercare version semver v1.2 1.2.0+build.5
  =

Many pairs come from standard input, a line each; what cannot be compared is marked, and the rest goes on.

  $ printf 'dpkg\t1.0\t1.0-0\ndpkg\t1:0.9\t1.0\nrpm\t1.0\t1.0-1\nsemver\t1.2.3.4\t1\nnone\t1\t2\n\npep440\t1.0\npep440\t1.0\t1.0.post1' | aftercare version --batch
  =
  >
  <
  !
  !
  !
  !
  <
  $ aftercare version --batch < /dev/null
  $ { printf 'generic\t1\t'; head -c 100000 /dev/zero | tr '\0' 1; printf '\ngeneric\t1\t'; head -c 60000 /dev/zero | tr '\0' 1; echo; } | aftercare version --batch
  !
  <

What is wrong is said.

  $ aftercare version semver 1.2.3.4 1.0
  aftercare: semver version "1.2.3.4": more than three numbers
  [3]
  $ aftercare version dpkg 1.0 1.0-
  aftercare: dpkg version "1.0-": the revision is empty
  [3]
  $ aftercare version soup 1 2
  aftercare: there is no version scheme "soup"
  [2]
  $ aftercare version dpkg 1
  aftercare: SCHEME A B is missing
  [2]
  $ aftercare version --batch dpkg
  aftercare: unexpected word "dpkg"
  [2]
