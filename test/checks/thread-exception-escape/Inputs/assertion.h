// A test framework's assertion.
#ifndef ASSERTION_H
#define ASSERTION_H

struct Failure {};
inline void fail(const char *) { throw Failure(); }

#define REQUIRE(CONDITION)                                                     \
  do {                                                                         \
    if (!(CONDITION))                                                          \
      fail(#CONDITION);                                                        \
  } while (false)

#endif // ASSERTION_H
