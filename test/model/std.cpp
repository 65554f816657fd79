// RUN: %prove-model std %s

// Names every type, member and function that libraries/std.yaml models, so that
// one which the real headers do not declare by that name fails.

#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <exception>
#include <forward_list>
#include <functional>
#include <future>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <span>
#include <stack>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

using namespace std::chrono_literals;

void work();

void threads() {
  std::thread Thread(work), Other;
  Thread.join();
  Thread.detach();
  (void)Thread.joinable();
  Thread.swap(Other);
  (void)Thread.native_handle();

  std::jthread Joining(work), OtherJoining;
  Joining.join();
  Joining.detach();
  (void)Joining.joinable();
  (void)Joining.get_id();
  Joining.swap(OtherJoining);
  (void)Joining.native_handle();
  Joining.request_stop();
  (void)Joining.get_stop_token();
  (void)Joining.get_stop_source();

  std::this_thread::sleep_for(1ms);
  std::this_thread::sleep_until(std::chrono::steady_clock::now());
  (void)std::this_thread::get_id();
}

void futures() {
  std::future<void> Future = std::async(std::launch::async, work);
  Future.wait();
  (void)Future.wait_for(1ms);
  (void)Future.wait_until(std::chrono::steady_clock::now());
  (void)Future.valid();
  Future.get();
  std::shared_future<void> Shared = Future.share();
  Shared.wait();
  (void)Shared.valid();
  (void)Shared.wait_until(std::chrono::steady_clock::now());
  (void)Shared.wait_for(1ms);
  Shared.get();

  std::promise<int> Promise, OtherPromise;
  Promise.set_value(1);
  Promise.set_exception(nullptr);
  Promise.set_value_at_thread_exit(1);
  Promise.set_exception_at_thread_exit(nullptr);
  (void)Promise.get_future();
  Promise.swap(OtherPromise);

  std::packaged_task<void()> Task(work), OtherTask;
  Task();
  Task.make_ready_at_thread_exit();
  (void)Task.get_future();
  (void)Task.valid();
  Task.reset();
  Task.swap(OtherTask);
}

void coordination() {
  std::latch Latch(1);
  Latch.count_down();
  Latch.arrive_and_wait();
  Latch.wait();
  (void)Latch.try_wait();

  std::barrier<> Barrier(1);
  Barrier.wait(Barrier.arrive());
  Barrier.arrive_and_wait();
  Barrier.arrive_and_drop();

  std::counting_semaphore<> Semaphore(1);
  Semaphore.release();
  Semaphore.acquire();
  (void)Semaphore.try_acquire();
  (void)Semaphore.try_acquire_for(1ms);
  (void)Semaphore.try_acquire_until(std::chrono::steady_clock::now());

  std::mutex Mutex;
  std::unique_lock<std::mutex> Lock(Mutex), OtherLock;
  Lock.swap(OtherLock);
  std::condition_variable Condition;
  Condition.notify_one();
  Condition.notify_all();
  Condition.wait(Lock);
  Condition.wait_for(Lock, 1ms);
  Condition.wait_until(Lock, std::chrono::steady_clock::now());
  std::notify_all_at_thread_exit(Condition, std::move(Lock));
  std::condition_variable_any AnyCondition;
  AnyCondition.notify_one();
  AnyCondition.notify_all();
  AnyCondition.wait(Lock);
  AnyCondition.wait_for(Lock, 1ms);
  AnyCondition.wait_until(Lock, std::chrono::steady_clock::now());

  std::stop_source Source, OtherSource;
  Source.request_stop();
  (void)Source.stop_requested();
  std::stop_token Token = Source.get_token(), OtherToken;
  (void)Token.stop_requested();
  Source.swap(OtherSource);
  Token.swap(OtherToken);
}

void locks() {
  std::mutex Mutex;
  std::recursive_mutex Recursive;
  std::timed_mutex Timed;
  std::recursive_timed_mutex RecursiveTimed;
  std::shared_mutex Shared;
  std::shared_timed_mutex SharedTimed;
  std::lock_guard<std::mutex> Guard(Mutex);
  std::scoped_lock Scoped(Recursive);
  std::shared_lock<std::shared_mutex> Lock(Shared), Other;
  Lock.swap(Other);
}

void atomics() {
  std::atomic<int> Count;
  int Expected = 0;
  (void)Count.load();
  (void)static_cast<int>(Count);
  Count.store(1);
  Count = 1;
  Count.exchange(1);
  Count.compare_exchange_weak(Expected, 1);
  Count.compare_exchange_strong(Expected, 1);
  Count.fetch_and(1);
  Count.fetch_or(1);
  Count.fetch_xor(1);
  Count &= 1;
  Count |= 1;
  Count ^= 1;
  Count.fetch_add(1);
  ++Count;
  Count++;
  Count += 1;
  Count.fetch_sub(1);
  --Count;
  Count--;
  Count -= 1;
  Count.wait(0);
  Count.notify_one();
  Count.notify_all();
  std::atomic<float> Real;
  Real.store(1);
  std::atomic<bool> Flag;
  Flag.store(true);
  (void)static_cast<bool>(Flag);

  std::atomic_ref<int> Ref(Expected);
  int Other = 0;
  (void)Ref.load();
  (void)static_cast<int>(Ref);
  Ref.store(1);
  Ref = 1;
  Ref.exchange(1);
  Ref.compare_exchange_weak(Other, 1);
  Ref.compare_exchange_strong(Other, 1);
  Ref.fetch_and(1);
  Ref.fetch_or(1);
  Ref.fetch_xor(1);
  Ref &= 1;
  Ref |= 1;
  Ref ^= 1;
  Ref.fetch_add(1);
  ++Ref;
  Ref += 1;
  Ref.fetch_sub(1);
  --Ref;
  Ref -= 1;
  Ref.wait(0);
  Ref.notify_one();
  Ref.notify_all();

  std::atomic_flag Bit;
  (void)Bit.test();
  Bit.test_and_set();
  Bit.clear();
  Bit.wait(false);
  Bit.notify_one();
  Bit.notify_all();

  (void)std::atomic_load(&Count);
  (void)std::atomic_load_explicit(&Count, std::memory_order_relaxed);
  std::atomic_store(&Count, 1);
  std::atomic_store_explicit(&Count, 1, std::memory_order_relaxed);
  std::atomic_exchange(&Count, 1);
  std::atomic_exchange_explicit(&Count, 1, std::memory_order_relaxed);
  std::atomic_flag_test_and_set(&Bit);
  std::atomic_flag_clear(&Bit);
  std::atomic_fetch_add(&Count, 1);
  std::atomic_fetch_add_explicit(&Count, 1, std::memory_order_relaxed);
  std::atomic_fetch_sub(&Count, 1);
  std::atomic_fetch_sub_explicit(&Count, 1, std::memory_order_relaxed);
  std::atomic_wait(&Count, 0);
  std::atomic_notify_one(&Count);
  std::atomic_notify_all(&Count);
}

void owners() {
  int Local = 0;
  std::reference_wrapper<int> Wrapper = std::ref(Local);
  (void)Wrapper.get();
  (void)static_cast<int &>(Wrapper);
  (void)std::cref(Local);

  std::unique_ptr<std::string> Unique = std::make_unique<std::string>(), Other;
  std::unique_ptr<int[]> Array = std::make_unique_for_overwrite<int[]>(2);
  (void)Unique.get();
  (void)*Unique;
  (void)Unique->size();
  (void)Array[0];
  (void)Unique.release();
  Unique.reset();
  Unique.swap(Other);

  auto Shared = std::make_shared<std::string>();
  std::shared_ptr<std::string> OtherShared =
      std::allocate_shared<std::string>(std::allocator<std::string>());
  std::shared_ptr<int[]> SharedArray(new int[2]);
  (void)Shared.get();
  (void)*Shared;
  (void)Shared->size();
  (void)SharedArray[0];
  Shared.reset();
  Shared.swap(OtherShared);
  std::weak_ptr<std::string> Weak = Shared, OtherWeak;
  (void)Weak.lock();
  Weak.reset();
  Weak.swap(OtherWeak);

  std::optional<std::string> Optional = std::make_optional<std::string>();
  (void)Optional.has_value();
  (void)Optional.value();
  (void)*Optional;
  (void)Optional->size();
  Optional.emplace();
  Optional.reset();
  Optional.swap(Optional);

  std::any Any;
  Any.emplace<int>(1);
  Any.reset();
  Any.swap(Any);
  (void)std::any_cast<int>(Any);
  std::variant<int, float> Variant;
  Variant.emplace<int>(1);
  Variant.swap(Variant);
  (void)std::get<int>(Variant);
  std::pair<int, int> Pair;
  Pair.swap(Pair);
  std::tuple<int, int> Tuple;
  Tuple.swap(Tuple);
  (void)std::get<0>(Tuple);
}

template <typename Sequence> void ends(Sequence &S) {
  (void)S.front();
  (void)S.back();
}

template <typename Container> void begins(Container &C) {
  (void)C.begin();
  (void)C.cbegin();
  (void)C.rbegin();
}

void sequences() {
  std::array<int, 2> Array;
  (void)Array.at(0);
  (void)Array[0];
  (void)Array.data();
  ends(Array);
  begins(Array);
  Array.swap(Array);
  std::span<int> Span(Array);
  (void)Span[0];
  (void)Span.data();
  (void)Span.begin();
  (void)Span.rbegin();
  (void)Span.first(1);
  (void)Span.last(1);
  (void)Span.subspan(1);
  ends(Span);

  std::vector<int> Vector;
  (void)Vector.at(0);
  (void)Vector[0];
  (void)Vector.data();
  ends(Vector);
  begins(Vector);
  Vector.push_back(1);
  Vector.emplace_back(1);
  Vector.insert(Vector.begin(), 1);
  Vector.emplace(Vector.begin(), 1);
  Vector.assign(1, 1);
  Vector.clear();
  Vector.pop_back();
  Vector.erase(Vector.begin());
  Vector.swap(Vector);

  std::deque<int> Deque;
  (void)Deque.at(0);
  (void)Deque[0];
  ends(Deque);
  begins(Deque);
  Deque.push_back(1);
  Deque.emplace_back(1);
  Deque.push_front(1);
  Deque.emplace_front(1);
  Deque.insert(Deque.begin(), 1);
  Deque.emplace(Deque.begin(), 1);
  Deque.assign(1, 1);
  Deque.clear();
  Deque.pop_back();
  Deque.pop_front();
  Deque.erase(Deque.begin());
  Deque.swap(Deque);

  std::list<int> List;
  ends(List);
  begins(List);
  List.push_back(1);
  List.emplace_back(1);
  List.push_front(1);
  List.emplace_front(1);
  List.insert(List.begin(), 1);
  List.emplace(List.begin(), 1);
  List.assign(1, 1);
  List.clear();
  List.pop_back();
  List.pop_front();
  List.erase(List.begin());
  List.swap(List);

  std::forward_list<int> Forward;
  (void)Forward.front();
  (void)Forward.begin();
  (void)Forward.cbegin();
  Forward.push_front(1);
  Forward.emplace_front(1);
  Forward.insert_after(Forward.before_begin(), 1);
  Forward.emplace_after(Forward.before_begin(), 1);
  Forward.assign(1, 1);
  Forward.clear();
  Forward.pop_front();
  Forward.erase_after(Forward.before_begin());
  Forward.swap(Forward);

  std::stack<int> Stack;
  (void)Stack.top();
  Stack.push(1);
  Stack.emplace(1);
  Stack.pop();
  std::queue<int> Queue;
  ends(Queue);
  Queue.push(1);
  Queue.emplace(1);
  Queue.pop();
  std::priority_queue<int> Priority;
  (void)Priority.top();
  Priority.push(1);
  Priority.emplace(1);
  Priority.pop();
}

template <typename Container, typename Element>
void associative(Container &C, Element E) {
  (void)C.find(1);
  (void)C.begin();
  (void)C.cbegin();
  C.insert(E);
  C.emplace(E);
  C.emplace_hint(C.begin(), E);
  C.clear();
  C.erase(C.begin());
  (void)C.extract(C.begin());
  C.swap(C);
}

template <typename Map> void indexed(Map &M) {
  (void)M.at(1);
  (void)M[1];
  M.try_emplace(1, 1);
  M.insert_or_assign(1, 1);
}

void associations() {
  std::map<int, int> Map;
  std::unordered_map<int, int> Hash;
  std::multimap<int, int> MultiMap;
  std::unordered_multimap<int, int> MultiHash;
  std::set<int> Set;
  std::multiset<int> MultiSet;
  std::unordered_set<int> HashSet;
  std::unordered_multiset<int> MultiHashSet;
  associative(Map, std::make_pair(1, 1));
  associative(Hash, std::make_pair(1, 1));
  associative(MultiMap, std::make_pair(1, 1));
  associative(MultiHash, std::make_pair(1, 1));
  associative(Set, 1);
  associative(MultiSet, 1);
  associative(HashSet, 1);
  associative(MultiHashSet, 1);
  indexed(Map);
  indexed(Hash);
  (void)Map.rbegin();
  (void)MultiMap.rbegin();
  (void)Set.rbegin();
  (void)MultiSet.rbegin();
}

template <typename Iterator> void dereference(Iterator I) {
  (void)*I;
  (void)I.operator->();
}

void iterators() {
  std::vector<int> Vector;
  std::deque<int> Deque;
  std::list<int> List;
  std::forward_list<int> Forward;
  std::set<int> Set;
  std::map<int, int> Map;
  std::unordered_set<int> HashSet;
  std::unordered_map<int, int> Hash;
  dereference(Vector.begin());
  dereference(Deque.begin());
  dereference(List.begin());
  dereference(List.cbegin());
  dereference(Forward.begin());
  dereference(Forward.cbegin());
  dereference(Map.begin());
  dereference(Map.cbegin());
  dereference(Hash.begin());
  dereference(Hash.cbegin());
  dereference(std::make_reverse_iterator(Vector.end()));
  dereference(std::make_move_iterator(Vector.begin()));
  (void)Vector.begin()[0];
  (void)Deque.begin()[0];
  (void)Vector.rbegin()[0];
  (void)std::make_move_iterator(Vector.begin())[0];
  (void)std::begin(Vector);
  (void)std::cbegin(Vector);
  (void)std::rbegin(Vector);
  (void)std::data(Vector);
  (void)std::next(Vector.begin());
  (void)std::prev(Vector.end());
  auto Each = [](int) {};
  std::for_each(Vector.begin(), Vector.end(), Each);
  std::for_each_n(Vector.begin(), 1, Each);
  std::ranges::for_each(Vector, Each);
  std::ranges::for_each_n(Vector.begin(), 1, Each);
  std::ranges::move(Vector, Vector.begin());
  std::move(Vector.begin(), Vector.end(), Vector.begin());
}

struct Object {
  void run(int);
};

template <typename T> void names(T &&Argument) {
  (void)std::forward<T>(Argument);
  (void)std::move(Argument);
  (void)std::min(1, 2);
  (void)std::move_if_noexcept(Argument);
  (void)std::as_const(Argument);
  (void)std::addressof(Argument);
  (void)std::to_address(&Argument);
  (void)std::launder(&Argument);
}

void callables(Object &O) {
  names(O);
  (void)std::bind(&Object::run, &O, 1);
  (void)std::bind_front(&Object::run, &O);
  (void)std::mem_fn(&Object::run);
  std::invoke(&Object::run, O, 1);
  std::apply(&Object::run, std::make_tuple(&O, 1));
  int A = 0, B = 0;
  std::swap(A, B);
  std::exchange(A, B);
}

void throwing(std::string Text, std::string_view View) {
  (void)Text.at(0);
  (void)View.at(0);
  (void)std::stoi(Text);
  (void)std::stol(Text);
  (void)std::stoul(Text);
  (void)std::stoll(Text);
  (void)std::stoull(Text);
  (void)std::stof(Text);
  (void)std::stod(Text);
  (void)std::stold(Text);
  std::throw_with_nested(1);
}

void ending(int Way) {
  std::atexit(work);
  std::at_quick_exit(work);
  if (Way == 0)
    std::exit(0);
  if (Way == 1)
    std::quick_exit(0);
  if (Way == 2)
    std::_Exit(0);
  if (Way == 3)
    std::abort();
  if (Way == 4)
    std::terminate();
  std::rethrow_exception(nullptr);
}
