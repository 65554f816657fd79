// What a test framework's fatal assertion expands to.
#ifndef ASSERTIONS_H
#define ASSERTIONS_H

struct Message {};
struct AssertHelper {
  explicit AssertHelper(const char *Text);
  void operator=(const Message &) const;
};

#define ASSERT_TRUE(CONDITION)                                                 \
  if (CONDITION)                                                               \
    ;                                                                          \
  else                                                                         \
    return AssertHelper(#CONDITION) = Message()

#endif // ASSERTIONS_H
