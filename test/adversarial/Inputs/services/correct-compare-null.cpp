#include <memory>
#include <optional>
#include <thread>
void work();
void smart(bool parallel) {
    std::unique_ptr<std::thread> t;
    if (parallel) t = std::make_unique<std::thread>(work);
    if (t != nullptr) t->join();
}
void early(bool parallel) {
    std::unique_ptr<std::thread> t;
    if (parallel) t = std::make_unique<std::thread>(work);
    if (t == nullptr) return;
    t->join();
}
void optional(bool parallel) {
    std::optional<std::thread> t;
    if (parallel) t.emplace(work);
    if (t != std::nullopt) t->join();
}
