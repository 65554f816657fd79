#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <future>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace matrix {

using Vec = std::vector<double>;
double dot(const double* a, const double* b, std::size_t n);

template <typename It, typename F>
void parallelFor(It first, It last, F f, std::size_t chunks) {
    const auto n = std::distance(first, last);
    const auto step = std::max<std::ptrdiff_t>(1, n / static_cast<std::ptrdiff_t>(chunks));
    std::vector<std::thread> threads;
    while (first != last) {
        auto next = std::next(first, std::min(step, std::distance(first, last)));
        threads.emplace_back([=, &f] { std::for_each(first, next, std::ref(f)); });
        first = next;
    }
    for (auto& t : threads) t.join();
}

template <typename It, typename F>
void parallelForUnjoined(It first, It last, F f) {
    std::vector<std::thread> threads; // EXPECT: unjoined-thread
    for (; first != last; ++first) threads.emplace_back([first, f] { f(*first); });
    if (threads.size() < 2) return;
    for (auto& t : threads) t.join();
}

double sum(const Vec& v) {
    const std::size_t k = 4;
    std::array<std::future<double>, k> parts;
    for (std::size_t i = 0; i < k; ++i)
        parts[i] = std::async(std::launch::async, [&v, i, k] {
            const auto b = v.begin() + v.size() * i / k, e = v.begin() + v.size() * (i + 1) / k;
            return std::accumulate(b, e, 0.0);
        });
    double s = 0;
    for (auto& p : parts) s += p.get();
    return s;
}

double sumRecursive(const double* b, const double* e, int depth) {
    if (depth == 0 || e - b < 1000) return std::accumulate(b, e, 0.0);
    const double* m = b + (e - b) / 2;
    auto left = std::async(std::launch::async, sumRecursive, b, m, depth - 1);
    const double right = sumRecursive(m, e, depth - 1);
    return left.get() + right;
}

double checkedDot(const Vec& a, const Vec& b) {
    auto half = std::async(std::launch::async, [&] { return dot(a.data(), b.data(), a.size() / 2); });
    if (a.size() != b.size()) throw std::invalid_argument("size");
    const auto h = a.size() / 2;
    return half.get() + dot(a.data() + h, b.data() + h, a.size() - h);
}

double earlyDot(const Vec& a, const Vec& b) {
    auto half = std::async(std::launch::async, [&] { return dot(a.data(), b.data(), a.size() / 2); }); // EXPECT: unowned-future
    if (a.empty()) return 0;
    const auto h = a.size() / 2;
    return half.get() + dot(a.data() + h, b.data() + h, a.size() - h);
}

void scale(Vec& v, double f) {
    parallelFor(v.begin(), v.end(), [f](double& x) { x *= f; }, 4);
    parallelForUnjoined(v.begin(), v.end(), [f](double& x) { x *= f; });
}

class Solver {
public:
    Solver() { for (auto& t : team_) t = std::thread([this] { solvePart(); }); }
    ~Solver() { for (auto& t : team_) t.join(); }
private:
    void solvePart() { dot(nullptr, nullptr, 0); }
    std::array<std::thread, 4> team_;
};

class RawSolver {
public:
    RawSolver() : team_(new std::thread[4]) {
        for (int i = 0; i < 4; ++i) team_[i] = std::thread([] { dot(nullptr, nullptr, 0); });
    }
    ~RawSolver() {
        for (int i = 0; i < 4; ++i) team_[i].join();
        delete[] team_;
    }
    RawSolver(const RawSolver&) = delete;
private:
    std::thread* team_;
};

} // namespace matrix
