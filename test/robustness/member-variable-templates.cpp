// RUN: %check %s joinery-*
// Variable templates that are members of class templates, with their arguments
// written out; handles in their initializers are seen or not, without a crash.

#include <thread>

template <typename T> struct Holder {
  template <typename U> static constexpr T Value = T(0);
  template <typename U> static std::thread Handle;
};

int use() { return Holder<int>::Value<char> + Holder<int>::template Value<long>; }

template <typename T> template <typename U> std::thread Holder<T>::Handle;

bool used() { return Holder<int>::Handle<int>.joinable(); }
